using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Papers;

/// <summary>One paper of a case: what it is about, its number, who answers for it and of which day it is.</summary>
/// <param name="Key">The matter's code; of a correction its id.</param>
/// <param name="Number">Of a correction the notice's own; else the case's number, a letter for the kind, and which matter of the case it is.</param>
/// <param name="Matter">Null for a correction of the case as a whole.</param>
public sealed record Paper(PaperKind Kind, string Key, string Number, CaseMatter? Matter, string Department, DateTimeOffset? At, DateOnly On)
{
    public Correction? Correction { get; init; }

    /// <summary>The step in which it was decided; null where nobody decided, but the law.</summary>
    public WorkItem? DecidedIn { get; init; }

    public string AddressIn(string caseId) => $"/cases/{caseId}/papers/{Kind.ToString().ToLowerInvariant()}/{Key}";

    /// <summary>The papers that a case has given rise to so far, in the order of their matters.</summary>
    public static IReadOnlyList<Paper> Of(CaseView view) =>
    [
        .. view.Case.Matters.Values.SelectMany((matter, index) => OfMatter(view, matter, index + 1)),
        .. view.Case.Corrections.Values.Select(correction => OfCorrection(view, correction)),
    ];

    /// <summary>The promise that runs since acceptance; null where the matter has none.</summary>
    public static Clock? Promise(CaseView view, string matter) =>
        view.Case.Clocks.Values.FirstOrDefault(clock => clock.Matter == matter && clock.WorkItemId is null && clock.Limit.Kind is ClockKind.Promise);

    private static IEnumerable<Paper> OfMatter(CaseView view, CaseMatter matter, int position)
    {
        var decided = view.Case.WorkItems.Values.Where(item => item.Matter == matter.Code && item.State is WorkItemState.Completed).OrderBy(item => item.EndedAt).LastOrDefault();
        if (matter.AcceptedOn is { } acceptedOn)
        {
            yield return new Paper(PaperKind.Acceptance, matter.Code, $"{view.Case.Number}-S{position}", matter, matter.Department, null, acceptedOn);
        }

        if (matter.State is MatterState.AcceptanceRefused or MatterState.NotWithinScope && decided?.EndedAt is { } refusedAt)
        {
            yield return new Paper(PaperKind.Refusal, matter.Code, $"{view.Case.Number}-J{position}", matter, matter.Department, refusedAt, RegionDay.Of(refusedAt, view.Definitions.Calendar)) { DecidedIn = decided };
        }

        if (matter.Results.Count > 0)
        {
            yield return new Paper(PaperKind.Delivery, matter.Code, $"{view.Case.Number}-D{position}", matter, matter.Department, null, matter.Results[^1].IssuedOn) { DecidedIn = decided };
        }
    }

    private static Paper OfCorrection(CaseView view, Correction correction)
    {
        var matter = correction.Matter is { } code ? view.Case.Matters[code] : null;
        return new Paper(
            PaperKind.Correction,
            correction.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            correction.NoticeNumber,
            matter,
            view.Case.WorkItems[correction.WorkItemId].Department,
            correction.RequestedAt,
            RegionDay.Of(correction.RequestedAt, view.Definitions.Calendar))
        { Correction = correction };
    }
}
