using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>What rules can read of a clock, as it stood on the day.</summary>
internal static class ClockFacts
{
    public static void Clock(FactValues facts, Occurrence occurrence)
    {
        if (occurrence.Clock is not { } clock)
        {
            return;
        }

        var reading = ClockReading.Of(clock, occurrence.Calendar, occurrence.Today);
        facts
            .With("kind", CaseFacts.Word(clock.Limit.Kind))
            .With("unit", CaseFacts.Word(clock.Limit.Unit))
            .With("amount", clock.Limit.Amount)
            .With("owner", CaseFacts.Word(clock.Limit.Owner))
            .With("step", clock.WorkItemId is { } id && occurrence.After.WorkItems.TryGetValue(id, out var item) ? StepFacts.Kind(occurrence, item) : "")
            .With("level", occurrence.Event is ClockRungPassed passed ? CaseFacts.Word(passed.Level) : "")
            .With("rung", occurrence.Event is ClockRungPassed { Rung: var rung } ? rung : "")
            .With("startedOn", clock.StartedOn)
            .With("dueOn", reading.DueOn)
            .With("daysLeft", reading.DaysLeft)
            .With("daysStopped", reading.DaysStopped)
            .With("isProvisional", reading.IsProvisional);
    }
}
