using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Execution.Processors;

/// <summary>
/// A complex gateway fires when its activation condition over the waiting tokens is met, then swallows the tokens that come late until
/// every incoming flow has been seen, and starts anew (BPMN 2.0.2 §13.4.5).
/// </summary>
internal static class ComplexGatewayProcessor
{
    public static void Arrived(Burst burst, ElementInstance scope, ComplexGateway gateway, ExecutableProcess process)
    {
        var waiting = Joins.Waiting(burst, scope, gateway);
        if (burst.ChildrenOf(scope).FirstOrDefault(child => child.ElementId == gateway.Id) is { } spent)
        {
            Swallow(burst, spent, gateway, waiting);

            return;
        }

        var count = FeelContext.Empty.With("activationCount", waiting.Count);
        var isActive = gateway.ActivationCondition is { } condition
            ? Variables.IsMet(burst, condition, Merge(Variables.SeenBy(burst, scope), count))
            : waiting.Count == process.Place(gateway.Id).Node.Incoming.Count;
        if (isActive)
        {
            Elements.Enter(burst, scope, gateway, waiting);
        }
    }

    public static void Enter(Burst burst, ElementInstance instance, ComplexGateway gateway)
    {
        var scope = burst.ScopeOf(instance)!;
        var taken = burst.Steering?.Choose(gateway.Id) ?? [.. Flows.Met(burst, instance, gateway, gateway.DefaultFlowId)];
        if (taken.Count == 0 && gateway.DefaultFlowId is { } defaultFlow)
        {
            taken = [defaultFlow];
        }

        var seen = burst.Events.OfType<ElementEntered>().Last(entered => entered.Instance.Id == instance.Id).ConsumedTokens.Count;
        if (seen >= gateway.Incoming.Count)
        {
            Elements.Leave(burst, instance, gateway, taken);

            return;
        }

        burst.Emit(new ElementChanged(instance with { FlowsSeen = [.. gateway.Incoming.Take(seen)] }));
        foreach (var flow in taken)
        {
            burst.Take(scope, flow, instance);
        }
    }

    private static void Swallow(Burst burst, ElementInstance spent, ComplexGateway gateway, IReadOnlyList<int> waiting)
    {
        var flows = waiting.Select(id => burst.Case.Tokens[id].FlowId);
        var seen = spent with { FlowsSeen = spent.FlowsSeen.AddRange(flows) };
        burst.Emit(new TokensConsumed(waiting));
        burst.Emit(seen.FlowsSeen.Count < gateway.Incoming.Count ? new ElementChanged(seen) : new ElementCompleted(spent.Id));
        Scopes.Check(burst, burst.ScopeOf(spent)!);
    }

    private static FeelContext Merge(FeelContext outer, FeelContext inner) =>
        outer.With(inner);
}
