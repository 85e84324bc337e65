using Workflows.Engine.Projects;

namespace Workflows.Designer.Projects;

/// <summary>A stage as a bar of the chart: where it lies on the project's days, in hundredths of them.</summary>
/// <param name="Start">Null before the stage is opened.</param>
/// <param name="Limit">Where its limit ends; null where that is not known.</param>
internal sealed record StageBar(StageView Stage, decimal? Start, decimal Width, decimal? Limit)
{
    private const decimal Whole = 100;
    private const decimal Thinnest = 0.6m;

    public static IReadOnlyList<StageBar> Of(ProjectView view)
    {
        var opened = view.Stages.Where(stage => stage.OpenedOn is not null).ToList();
        if (opened.Count == 0)
        {
            return [.. view.Stages.Select(stage => new StageBar(stage, null, 0, null))];
        }

        var first = opened.Min(stage => stage.OpenedOn!.Value);
        var last = opened.Max(stage => Latest(stage.DueOn ?? view.Today, stage.EndedOn ?? view.Today));
        var days = Math.Max(1, last.DayNumber - first.DayNumber + 1);
        return [.. view.Stages.Select(stage => stage.OpenedOn is not { } from
            ? new StageBar(stage, null, 0, null)
            : new StageBar(stage, At(from), Math.Max(Thinnest, At((stage.EndedOn ?? view.Today).AddDays(1)) - At(from)), stage.DueOn is { } due ? At(due.AddDays(1)) : null))];

        decimal At(DateOnly day) => Math.Round((day.DayNumber - first.DayNumber) * Whole / days, 2);
    }

    private static DateOnly Latest(DateOnly one, DateOnly other) => one > other ? one : other;
}
