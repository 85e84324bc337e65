using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Approvals;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>What happens because time has passed: clocks expire, timers fire, silence counts as acceptance.</summary>
internal static class Timing
{
    private const string SilenceArticle = "《中华人民共和国行政许可法》第三十二条第一款第(四)项";

    public static Rejected? Reach(Burst burst)
    {
        foreach (var clock in Due(burst).ToList())
        {
            // An earlier one may have ended this one, as the end of a step ends its clock.
            if (burst.Case.Clocks[clock.Id].IsRunning)
            {
                Expire(burst, clock);
            }
        }

        foreach (var timer in burst.Case.Subscriptions.Values
            .Where(subscription => subscription.Kind is SubscriptionKind.Timer && subscription.DueAt <= burst.Now)
            .OrderBy(subscription => subscription.DueAt)
            .ToList())
        {
            if (burst.Case.Subscriptions.ContainsKey(timer.Id))
            {
                Catching.Trigger(burst, timer);
            }
        }

        return null;
    }

    private static IEnumerable<Clock> Due(Burst burst) => burst.Case.Clocks.Values
        .Select(clock => (Clock: clock, At: ClockReading.NextInstant(clock, burst.Definitions.Calendar)))
        .Where(due => due.At <= burst.Now)
        .OrderBy(due => due.At)
        .Select(due => due.Clock);

    private static void Expire(Burst burst, Clock clock)
    {
        var dueOn = ClockReading.Of(clock, burst.Definitions.Calendar, MatterProgress.Today(burst)).DueOn;
        burst.Emit(new ClockExpired(clock.Id, dueOn));
        if (clock.Limit.Kind is ClockKind.Acceptance && clock.WorkItemId is { } item)
        {
            AcceptBySilence(burst, item, clock.StartedOn);
        }
    }

    // Not told in time what is missing: accepted from the day on which the materials were received.
    private static void AcceptBySilence(Burst burst, int workItemId, DateOnly receivedOn)
    {
        var item = burst.Case.WorkItems[workItemId];
        var instance = burst.Case.Instances[item.InstanceId];
        if (burst.NodeOf(instance) is UserTask task
            && task.Approval.Outcomes.FirstOrDefault(outcome => outcome.MatterState is MatterState.AcceptedAtWindow) is { } accepted)
        {
            Working.Finish(burst, item, instance, task, accepted, null, null, receivedOn, SilenceArticle);
        }
    }
}
