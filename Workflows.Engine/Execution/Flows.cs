using Workflows.Definitions.Processes;

namespace Workflows.Engine.Execution;

/// <summary>Which outgoing flows an element takes.</summary>
internal static class Flows
{
    /// <summary>All flows without a condition, those whose condition is met, and the default flow where none of the conditions is (§13.2.1).</summary>
    public static IReadOnlyList<string> ToTake(Burst burst, ElementInstance instance, FlowNode? node)
    {
        if (node is null || node.Outgoing.Count == 0)
        {
            return [];
        }

        var defaultFlow = (node as Activity)?.DefaultFlowId;
        var content = ContentAround(burst, instance);
        if (defaultFlow is null && node.Outgoing.All(flow => content.Flow(flow).Condition is null))
        {
            return node.Outgoing;
        }

        var scope = Variables.SeenBy(burst, burst.ScopeOf(instance)!);
        var taken = node.Outgoing
            .Where(flow => flow != defaultFlow)
            .Where(flow => content.Flow(flow).Condition is not { } condition || Variables.IsMet(burst, condition, scope))
            .ToList();

        return taken.Any(flow => content.Flow(flow).Condition is not null) || defaultFlow is null ? taken : [.. taken, defaultFlow];
    }

    /// <summary>The flows whose condition is met, in document order; one without a condition counts as met.</summary>
    public static IEnumerable<string> Met(Burst burst, ElementInstance instance, FlowNode gateway, string? defaultFlow)
    {
        var content = ContentAround(burst, instance);
        var scope = Variables.SeenBy(burst, instance);

        return gateway.Outgoing
            .Where(flow => flow != defaultFlow)
            .Where(flow => content.Flow(flow).Condition is not { } condition || Variables.IsMet(burst, condition, scope));
    }

    private static FlowScope ContentAround(Burst burst, ElementInstance instance) =>
        burst.Definitions.Processes[instance.ProcessId].Place(instance.ElementId).Content;
}
