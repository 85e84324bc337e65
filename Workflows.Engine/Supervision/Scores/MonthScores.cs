using Workflows.Definitions.Calendars;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Clocks;
using Workflows.Engine.Supervision.Alerts;

namespace Workflows.Engine.Supervision.Scores;

/// <summary>The scores of a month, department by department.</summary>
/// <param name="Month">Its first day.</param>
public sealed record MonthScores(DateOnly Month, int MonthlyPoints, IReadOnlyList<DepartmentScore> Departments)
{
    /// <summary>Counts the alerts that were issued in the month and not taken back. Pure.</summary>
    /// <param name="departments">The codes of the departments that have a score, with or without alerts.</param>
    public static MonthScores Of(DateOnly month, IEnumerable<Alert> alerts, IEnumerable<string> departments, int monthlyPoints, WorkingDayCalendar calendar)
    {
        var counted = alerts
            .Where(alert => alert is { Counts: true, Department: not null } && IsIn(month, RegionDay.Of(alert.IssuedAt!.Value, calendar)))
            .ToLookup(alert => alert.Department!, StringComparer.Ordinal);
        return new MonthScores(month, monthlyPoints, [..
            from department in departments.Union(counted.Select(known => known.Key)).Order(StringComparer.Ordinal)
            let lines = Lines(counted[department], calendar).ToList()
            select new DepartmentScore(department, monthlyPoints - lines.Sum(line => line.Points), lines)]);
    }

    private static bool IsIn(DateOnly month, DateOnly day) => day.Year == month.Year && day.Month == month.Month;

    /// <summary>Every alert is a line; where only every third costs points, the third carries them.</summary>
    private static IEnumerable<ScoreLine> Lines(IEnumerable<Alert> alerts, WorkingDayCalendar calendar)
    {
        var sofar = new Dictionary<(AlertLevel, int, int), int>();
        foreach (var alert in alerts.OrderBy(alert => alert.IssuedAt).ThenBy(alert => alert.Id, StringComparer.Ordinal))
        {
            var kind = (alert.Level, alert.Points, alert.PointsEvery);
            var count = sofar[kind] = sofar.GetValueOrDefault(kind) + 1;
            yield return new ScoreLine(
                alert.Id,
                alert.Name,
                alert.Level,
                alert.CaseNumber,
                RegionDay.Of(alert.IssuedAt!.Value, calendar),
                count % alert.PointsEvery == 0 ? alert.Points : 0,
                alert.PointsEvery);
        }
    }
}

/// <param name="Department">The department's code.</param>
/// <param name="Points">What is left of the month's points.</param>
public sealed record DepartmentScore(string Department, int Points, IReadOnlyList<ScoreLine> Lines);

/// <summary>One alert in a score.</summary>
/// <param name="Points">What it takes off; 0 where it only counts towards the next.</param>
/// <param name="Every">Of how many such alerts one takes points off.</param>
public sealed record ScoreLine(string AlertId, string Name, AlertLevel Level, string? CaseNumber, DateOnly IssuedOn, int Points, int Every);
