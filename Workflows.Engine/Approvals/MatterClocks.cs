using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Approvals;

/// <summary>Starts, stops and ends the clocks of a case by what happens in it.</summary>
internal static class MatterClocks
{
    public static void Start(Burst burst, TimeLimit limit, DateOnly on, string? matter, int? workItemId) =>
        burst.Emit(new ClockStarted(new Clock(burst.NextId, limit, on, matter, workItemId)));

    public static void End(Burst burst, Func<Clock, bool> which, bool met)
    {
        var today = MatterProgress.Today(burst);
        foreach (var clock in burst.Case.Clocks.Values.Where(clock => clock.IsRunning && which(clock)).ToList())
        {
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

    private static IEnumerable<Clock> Stoppable(Burst burst, string? matter, int workItemId) =>
        burst.Case.Clocks.Values.Where(clock =>
            clock.IsRunning
            && clock.Limit.Owner is not (TimeOwner.Applicant or TimeOwner.ApplicantIntermediary)
            && (clock.WorkItemId == workItemId || (clock.WorkItemId is null && clock.Matter is not null && clock.Matter == matter)));
}
