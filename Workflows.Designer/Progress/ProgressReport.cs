using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Lookup;
using Workflows.Engine.Ratings;

namespace Workflows.Designer.Progress;

/// <summary>How far a case is, for its applicant: no officer's name, no opinion, nothing but what concerns the applicant.</summary>
/// <param name="Applicant">The first character of the name, the rest hidden.</param>
/// <param name="DueOn">The last day among the promises that run; null where none does.</param>
public sealed record ProgressReport(
    CaseView View,
    string Number,
    string Service,
    string Applicant,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? EndedAt,
    CaseStatus Status,
    DateOnly? DueOn,
    IReadOnlyList<MatterProgressLine> Matters,
    IReadOnlyList<Correction> Corrections)
{
    public static ProgressReport Of(CaseView view)
    {
        var state = view.Case;
        return new ProgressReport(
            view,
            state.Number,
            view.Definitions.Service.Name,
            string.Concat(state.Applicant.Name.AsSpan(0, Math.Min(1, state.Applicant.Name.Length)), "＊＊"),
            state.ReceivedAt,
            state.EndedAt,
            state.Status,
            Promises(view).Where(clock => clock.IsRunning).Select(clock => (DateOnly?)view.Reading(clock).DueOn).Max(),
            [.. state.Matters.Values.Select(matter => Line(view, matter))],
            [.. state.Corrections.Values.Where(correction => correction.IsOpen)]);
    }

    private static MatterProgressLine Line(CaseView view, CaseMatter matter)
    {
        var waiting = view.Case.WorkItems.Values.FirstOrDefault(item => item.IsOpen && item.Matter == matter.Code);
        var answer = view.Case.Clocks.Values.FirstOrDefault(clock => clock.IsRunning && clock.WorkItemId == waiting?.Id && clock.Limit.Kind is ClockKind.Acceptance);
        var promise = Promises(view).FirstOrDefault(clock => clock.Matter == matter.Code);
        return new MatterProgressLine(
            matter.Code,
            matter.Name,
            matter.Department,
            matter.State,
            matter.HasEnded,
            matter.HasEnded ? null : waiting?.Name,
            view.Case.Corrections.Values.Any(correction => correction.IsOpen && correction.Matter == matter.Code),
            matter.AcceptedOn,
            answer is null ? null : view.Reading(answer).DueOn,
            promise is { IsRunning: true } ? view.Reading(promise).DueOn : null,
            [.. matter.Results],
            matter.Rating);
    }

    private static IEnumerable<Clock> Promises(CaseView view) =>
        view.Case.Clocks.Values.Where(clock => clock.WorkItemId is null && clock.Limit.Kind is ClockKind.Promise);
}

/// <summary>How far one matter is.</summary>
/// <param name="Step">The step that is waited for; null where none is.</param>
/// <param name="WaitsForApplicant">True while a correction is awaited.</param>
/// <param name="AnswerOn">The last day on which the department says whether it accepts; null afterwards.</param>
/// <param name="DueOn">The last day of the promise; null where it does not run.</param>
/// <param name="Rating">What the applicant said about it; null for nothing yet.</param>
public sealed record MatterProgressLine(
    string Code,
    string Name,
    string Department,
    MatterState State,
    bool HasEnded,
    string? Step,
    bool WaitsForApplicant,
    DateOnly? AcceptedOn,
    DateOnly? AnswerOn,
    DateOnly? DueOn,
    IReadOnlyList<IssuedResult> Results,
    Rating? Rating);
