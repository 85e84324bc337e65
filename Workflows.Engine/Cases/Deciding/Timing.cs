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
        PassClocks(burst);
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

    /// <summary>Lets the clocks come to the command's instant: what somebody does after a limit has passed is done after it, whether or not a sweep came in between.</summary>
    /// <returns>False where nothing was due.</returns>
    public static bool PassClocks(Burst burst)
    {
        MatterClocks.Pass(burst, _ => true, Expired);

        return burst.Events.Count > 0;
    }

    private static void Expired(Burst burst, Clock clock)
    {
        AcceptBySilence(burst, clock);
        AnswerBySilence(burst, clock);
        Consenting.Consent(burst, clock);
    }

    // A department that was consulted has not answered: that counts as its definition says, with the basis of the limit.
    private static void AnswerBySilence(Burst burst, Clock expired)
    {
        if (expired is not { Limit: { Kind: ClockKind.Consult, Basis: { } basis }, WorkItemId: { } workItemId } || burst.Case.WorkItems[workItemId] is not { IsOpen: true } item)
        {
            return;
        }

        var instance = burst.Case.Instances[item.InstanceId];
        if (burst.NodeOf(instance) is UserTask { Approval: { Unanswered: { } code } approval } task && approval.Outcomes.FirstOrDefault(outcome => outcome.Code == code) is { } counted)
        {
            Working.Finish(burst, item, instance, task, counted, null, null, expired.StartedOn, basis);
        }
    }

    // Not told in time what is missing: accepted from the day on which the materials were received.
    private static void AcceptBySilence(Burst burst, Clock expired)
    {
        if (expired is not { Limit.Kind: ClockKind.Acceptance, WorkItemId: { } workItemId })
        {
            return;
        }

        var item = burst.Case.WorkItems[workItemId];
        var instance = burst.Case.Instances[item.InstanceId];
        if (burst.NodeOf(instance) is UserTask task
            && task.Approval.Outcomes.FirstOrDefault(outcome => outcome.MatterState is MatterState.AcceptedAtWindow) is { } accepted)
        {
            Working.Finish(burst, item, instance, task, accepted, null, null, expired.StartedOn, SilenceArticle);
        }
    }
}
