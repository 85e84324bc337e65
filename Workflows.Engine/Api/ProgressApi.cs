using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Lookup;

namespace Workflows.Engine.Api;

/// <summary>How far a case is, for its applicant: without signing in, by number and the last four characters of the id number.</summary>
internal static class ProgressApi
{
    public static void MapProgress(this RouteGroupBuilder api) =>
        api.MapGet("/progress/{number}", Find).AllowAnonymous().RequireRateLimiting(ApiServices.AnonymousLimit)
            .WithTags("Progress").WithSummary("The progress of a case for its applicant.").Produces<ProgressDocument>();

    private static async Task<IResult> Find(string number, string last4, HttpRequest request, CaseReader cases, CancellationToken cancellation) =>
        await cases.FindPublic(number, last4, cancellation) is { } view
            ? Results.Ok(ProgressDocument.Of(view))
            : Problem.NotFound(request, number);
}

/// <summary>What the applicant is told.</summary>
public sealed record ProgressDocument(
    string Number,
    string Service,
    CaseStatus Status,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<ProgressMatter> Matters,
    IReadOnlyList<ProgressCorrection> Corrections)
{
    internal static ProgressDocument Of(CaseView view) => new(
        view.Case.Number,
        view.Definitions.Service.Name,
        view.Case.Status,
        view.Case.ReceivedAt,
        view.Case.EndedAt,
        [.. view.Case.Matters.Values.Select(matter => new ProgressMatter(matter.Name, matter.State, matter.AcceptedOn, [.. matter.Results.Select(result => $"{result.Name} {result.Number}")]))],
        [.. view.Case.Corrections.Values.Where(correction => correction.IsOpen).Select(correction => new ProgressCorrection(correction.Id, correction.NoticeNumber, correction.Reason, correction.Points))]);
}

public sealed record ProgressMatter(string Name, MatterState State, DateOnly? AcceptedOn, IReadOnlyList<string> Results);

/// <summary>What the applicant is asked to correct.</summary>
public sealed record ProgressCorrection(int Id, string NoticeNumber, string Reason, IReadOnlyList<CorrectionPoint> Points);
