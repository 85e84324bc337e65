using Workflows.Engine.Accounts;
using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Handling;

namespace Workflows.Engine.Api;

/// <summary>Who countersigns beside those whom the definition asks. Persons are named by their user name.</summary>
internal static class SigningApi
{
    public static void MapSigning(this RouteGroupBuilder api)
    {
        var signers = api.MapGroup("/work-items/{caseId}/{workItemId:int}/signers").WithTags("Work items");
        signers.MapPost("", Add).WithSummary("Have somebody sign a countersign before or after oneself.").Produces<Receipt>();
        signers.MapPost("/{signerItemId:int}/remove", Remove).WithSummary("Take a signer who has not signed away from a countersign.").Produces<Receipt>();
    }

    private static async Task<IResult> Add(
        string caseId, int workItemId, AddSignerRequest add, HttpRequest request, AccountDirectory accounts, CaseHandler handler, CancellationToken cancellation) =>
        await accounts.Find(add.To) is { } to
            ? await Send(caseId, new AddSigner(workItemId, to, add.Place, add.Reason), request, handler, cancellation)
            : Problem.NotFound(request, add.To);

    private static Task<IResult> Remove(
        string caseId, int workItemId, int signerItemId, ReasonRequest remove, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Send(caseId, new RemoveSigner(workItemId, signerItemId, remove.Reason), request, handler, cancellation);

    private static async Task<IResult> Send(string caseId, CaseCommand command, HttpRequest request, CaseHandler handler, CancellationToken cancellation) =>
        Commands.Answer(request, await handler.Send(caseId, AccountActor.Of(request.HttpContext.User), command, Commands.Id(request), cancellation));
}

/// <param name="To">A user name.</param>
public sealed record AddSignerRequest(string To, SignerPlace Place, string Reason);
