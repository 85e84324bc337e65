using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Approvals;

/// <summary>Starts, stops and ends the clocks of a case by what happens in it.</summary>
internal static class MatterClocks
{
    public static void Start(Burst burst, TimeLimit limit, DateOnly on, string? matter, int? workItemId) =>
        burst.Emit(new ClockStarted(new Clock(burst.NextId, burst.Definitions.Clocks.Armed(limit), on, matter, workItemId)));

    /// <summary>Lets happen to the clocks what is due by now, the first first: warnings, the ends of limits, cards.</summary>
    /// <param name="expired">What follows where a limit ends.</param>
    public static void Pass(Burst burst, Func<Clock, bool> which, Action<Burst, Clock>? expired = null)
    {
        // What follows from one moment may end or start a clock, so the next is looked for afresh.
        while (Next(burst, which) is { } next && next.Moment.At <= burst.Now)
        {
            if (next.Moment.Rung is { } rung)
            {
                burst.Emit(new ClockRungPassed(next.Clock.Id, rung.Level, rung.Name, RegionDay.Of(next.Moment.At, burst.Definitions.Calendar)));
            }
            else
            {
                burst.Emit(new ClockExpired(next.Clock.Id, ClockReading.Of(next.Clock, burst.Definitions.Calendar, MatterProgress.Today(burst)).DueOn));
                expired?.Invoke(burst, next.Clock);
            }
        }
    }

    public static void End(Burst burst, Func<Clock, bool> which, bool met)
    {
        var today = MatterProgress.Today(burst);
        foreach (var clock in burst.Case.Clocks.Values.Where(clock => clock.IsRunning && which(clock)).ToList())
        {
            // Its end may follow from its own expiry: the cards of that instant come first.
            Pass(burst, other => other.Id == clock.Id);
            burst.Emit(new ClockEnded(clock.Id, today, met));
        }
    }

    /// <summary>Stops the government's clocks of a matter, and of the work item that waits.</summary>
    public static void Stop(Burst burst, string? matter, int workItemId, ClockStop stop)
    {
        foreach (var clock in Stoppable(burst, matter, workItemId).Where(clock => !clock.IsStopped).ToList())
        {
            burst.Emit(new ClockStopped(clock.Id, stop));
        }
    }

    public static void Resume(Burst burst, string? matter, int workItemId, DateOnly on)
    {
        foreach (var clock in Stoppable(burst, matter, workItemId).Where(clock => clock.IsStopped).ToList())
        {
            burst.Emit(new ClockResumed(clock.Id, on));
        }
    }

    private static (Clock Clock, ClockMoment Moment)? Next(Burst burst, Func<Clock, bool> which) => burst.Case.Clocks.Values
        .Where(which)
        .SelectMany(clock => ClockLadder.Ahead(clock, burst.Definitions.Calendar).Take(1).Select(moment => (Clock: clock, Moment: moment)))
        .OrderBy(next => next.Moment.At)
        .Cast<(Clock, ClockMoment)?>()
        .FirstOrDefault();

    private static IEnumerable<Clock> Stoppable(Burst burst, string? matter, int workItemId) =>
        burst.Case.Clocks.Values.Where(clock =>
            clock.IsRunning
            && clock.Limit.Owner is not (TimeOwner.Applicant or TimeOwner.ApplicantIntermediary)
            && (clock.WorkItemId == workItemId || (clock.WorkItemId is null && clock.Matter is not null && clock.Matter == matter)));
}
