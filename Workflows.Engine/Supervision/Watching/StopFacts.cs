using Workflows.Definitions.Matters;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>What rules can read of a stop (停止计时): on what basis, how near the end of the limit, and how long.</summary>
internal static class StopFacts
{
    public static void Stop(FactValues facts, Occurrence occurrence)
    {
        if (occurrence.Clock is not { } clock || StopOf(occurrence, clock) is not { } stop)
        {
            return;
        }

        facts
            .With("kind", CaseFacts.Word(stop.Kind))
            .With("basis", stop.Basis)
            .With("document", stop.Document)
            .With("days", occurrence.Today > stop.StoppedOn ? occurrence.Calendar.CountWorkingDays(stop.StoppedOn, occurrence.Today) : 0)
            .With("daysLeft", DaysLeft(occurrence, clock, stop))
            .With("onLastDayBefore", OnLastDayBefore(occurrence, stop));
    }

    /// <summary>How many stops of the case are still open, corrections left out: those are told of by themselves.</summary>
    public static int Open(Case state) => state.Clocks.Values
        .SelectMany(clock => clock.Stops)
        .Where(stop => stop.ResumedOn is null && stop.Kind is not StopKind.Correction)
        .Select(stop => stop.Document)
        .Distinct(StringComparer.Ordinal)
        .Count();

    private static ClockStop? StopOf(Occurrence occurrence, Clock clock) => occurrence.Event switch
    {
        ClockStopped e => e.Stop,
        ClockResumed => clock.Stops.LastOrDefault(),
        _ => null,
    };

    /// <summary>The days that the clock had left on the day of the stop, as if it had not been stopped.</summary>
    private static int DaysLeft(Occurrence occurrence, Clock clock, ClockStop stop)
    {
        var earlier = clock with { Stops = [.. clock.Stops.TakeWhile(other => other.Document != stop.Document)] };
        return ClockReading.Of(earlier, occurrence.Calendar, stop.StoppedOn).DaysLeft;
    }

    private static int OnLastDayBefore(Occurrence occurrence, ClockStop stop) => (
        from clock in occurrence.Before!.Clocks.Values
        where clock.WorkItemId is null
        from other in clock.Stops
        where other.Document != stop.Document && DaysLeft(occurrence, clock, other) is 0 or 1
        select other.Document).Distinct(StringComparer.Ordinal).Count();
}
