using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>Which outgoing flows a node can take together; data are not looked at, so every condition may be met or not.</summary>
internal static class Splits
{
    /// <summary>A node with more conditions than this has more combinations than can be explored.</summary>
    public const int MostConditions = 12;

    /// <exception cref="NetTooLargeException">The node has too many conditional flows.</exception>
    public static int[][] Of(FlowNode node, IReadOnlyList<(int Flow, bool IsConditional, bool IsDefault)> outgoing)
    {
        if (outgoing.Count == 0)
        {
            return [[]];
        }

        if (node is ExclusiveGateway or EventBasedGateway)
        {
            return [.. outgoing.Select(flow => new[] { flow.Flow })];
        }

        // A parallel gateway takes all its flows, whatever they say.
        if (node is ParallelGateway)
        {
            return [[.. outgoing.Select(flow => flow.Flow)]];
        }

        int[] always = [.. outgoing.Where(flow => !flow.IsConditional && !flow.IsDefault).Select(flow => flow.Flow)];
        int[] conditional = [.. outgoing.Where(flow => flow.IsConditional && !flow.IsDefault).Select(flow => flow.Flow)];
        int[] byDefault = [.. outgoing.Where(flow => flow.IsDefault).Select(flow => flow.Flow)];
        if (conditional.Length > MostConditions)
        {
            throw new NetTooLargeException(node.Id, $"'{node.Id}' splits on {conditional.Length} conditions");
        }

        // A gateway takes its default flow only when it takes nothing else, an activity when none of its conditions is met (§13.2.1).
        var none = node is Gateway && always.Length > 0 ? always : [.. always, .. byDefault];
        return [.. Subsets(conditional).Select(met => met.Length == 0 ? none : [.. always, .. met]).Where(taken => taken.Length > 0)];
    }

    private static IEnumerable<int[]> Subsets(int[] items) =>
        Enumerable.Range(0, 1 << items.Length).Select(bits => items.Where((_, index) => (bits >> index & 1) == 1).ToArray());
}

/// <summary>A process cannot be explored within bounds, whatever is tried.</summary>
internal sealed class NetTooLargeException(string elementId, string reason) : Exception(reason)
{
    public string ElementId { get; } = elementId;
}
