using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>Conditional events: they happen when their condition becomes true (BPMN 2.0.2 §10.5.5).</summary>
internal static class Conditions
{
    /// <summary>Looks at the conditions that wait. Asked only when no token moves.</summary>
    /// <returns>True where one has happened, so that tokens move again.</returns>
    public static bool Settle(Burst burst)
    {
        foreach (var waiting in burst.Case.Subscriptions.Values.Where(subscription => subscription is { Kind: SubscriptionKind.Condition, Name: not null }))
        {
            var isMet = Variables.IsMet(burst, waiting.Name!, Variables.SeenBy(burst, burst.Case.Instances[waiting.InstanceId]));
            if (isMet == waiting.Happened)
            {
                continue;
            }

            burst.Emit(new SubscriptionChanged(waiting with { Happened = isMet }));
            if (isMet)
            {
                Catching.Trigger(burst, burst.Case.Subscriptions[waiting.Id]);

                return true;
            }
        }

        return false;
    }
}
