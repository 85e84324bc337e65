namespace Workflows.Definitions.Calendars;

/// <summary>A calendar was asked about a day that it does not know.</summary>
public sealed class CalendarRangeException(string region, DateOnly firstDay, DateOnly lastDay, string asked)
    : Exception($"Expected a day from {firstDay:O} to {lastDay:O} in calendar '{region}', but {asked}.")
{
    public DateOnly FirstDay { get; } = firstDay;

    public DateOnly LastDay { get; } = lastDay;
}
