using Workflows.Engine.Accounts;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;

namespace Workflows.Engine.Api;

/// <summary>Journals: everything that happened in a case, and whether it is what was once written.</summary>
internal static class JournalApi
{
    public static void MapJournal(this RouteGroupBuilder api)
    {
        var journal = api.MapGroup("/cases/{caseId}/journal").WithTags("Journal");
        journal.MapGet("/", Read).WithSummary("The entries of a case's journal.");
        journal.MapGet("/verify", Verify).WithSummary("Check the chain of hashes and the case against its journal.").Produces<JournalVerdict>();
    }

    private static async Task<IResult> Read(string caseId, HttpRequest request, CaseReader cases, JournalReader journal, CancellationToken cancellation) =>
        await cases.Find(caseId, AccountActor.Of(request.HttpContext.User), cancellation) is null
            ? Problem.NotFound(request, caseId)
            : Results.Ok(await journal.Read(caseId, cancellation));

    private static async Task<IResult> Verify(string caseId, HttpRequest request, CaseReader cases, JournalReader journal, CancellationToken cancellation) =>
        await cases.Find(caseId, AccountActor.Of(request.HttpContext.User), cancellation) is null
            ? Problem.NotFound(request, caseId)
            : Results.Ok(await journal.Verify(caseId, cancellation));
}
