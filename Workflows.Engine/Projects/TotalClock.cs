using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Projects;

/// <summary>The total clock of a project: working days used and left of its total limit, by whose time they were. Pure.</summary>
/// <remarks>
/// A working day is used once, however many departments worked on it, and counts where any of the owners that the type counts worked on it;
/// a day on which only the applicant was waited for does not count.
/// </remarks>
/// <param name="ByOwner">The working days of each owner; a day on which several worked is each one's, so that they may add up to more than <paramref name="Used"/>.</param>
/// <param name="ByStage">The counted working days of each stage, by stage.</param>
/// <param name="Left">Negative once the limit has passed.</param>
public sealed record TotalClock(
    TimeLimit Limit,
    decimal Used,
    decimal Left,
    IReadOnlyDictionary<TimeOwner, decimal> ByOwner,
    IReadOnlyDictionary<string, decimal> ByStage)
{
    public static TotalClock Of(Project project, ProjectType type, IReadOnlyDictionary<string, Case> cases, WorkingDayCalendar calendar, DateOnly today)
    {
        var days = OwnerTime.Days(cases.Values.SelectMany(state => state.Clocks.Values), calendar, today);
        var used = Counted(type, days);
        var byStage = project.Cases
            .Where(opened => cases.ContainsKey(opened.CaseId))
            .GroupBy(opened => opened.Stage, StringComparer.Ordinal)
            .ToDictionary(stage => stage.Key, stage => Counted(type, OwnerTime.Days(stage.SelectMany(opened => cases[opened.CaseId].Clocks.Values), calendar, today)), StringComparer.Ordinal);
        var limit = type.Totals[project.Investment];
        return new TotalClock(limit, used, limit.Amount - used, days.ToDictionary(owner => owner.Key, owner => (decimal)owner.Value.Count), byStage);
    }

    private static decimal Counted(ProjectType type, IReadOnlyDictionary<TimeOwner, IReadOnlySet<DateOnly>> days) =>
        type.Counted.SelectMany(owner => days[owner]).Distinct().Count();
}
