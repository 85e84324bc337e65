using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Time;

/// <summary>The longest way through a process, by the time that its steps may take.</summary>
/// <param name="Days">Working days.</param>
/// <param name="Steps">The steps on it that take time, in order, with their days.</param>
public sealed record LongestPath(decimal Days, IReadOnlyList<(string ElementId, decimal Days)> Steps)
{
    public static readonly LongestPath None = new(0, []);

    /// <remarks>
    /// Branches that run side by side take as long as the longest of them. A ring is gone through once; that it may be gone through again is
    /// another rule's matter. An activity that is interrupted has taken all its time. Event sub-processes are exceptions and are not counted.
    /// </remarks>
    /// <param name="timeOf">The time inside a node.</param>
    /// <param name="canTake">False for flows that are never taken.</param>
    public static LongestPath Of(FlowScope scope, Func<FlowNode, LongestPath> timeOf, Func<SequenceFlow, bool> canTake)
    {
        var rings = Rings.Of(scope);
        var best = new Dictionary<int, LongestPath>();
        foreach (var ring in rings.InOrder)
        {
            var before = ring.SelectMany(node => FlowWays.Before(node, scope, canTake))
                .Select(source => rings.NumberOf(source.Id))
                .Where(best.ContainsKey)
                .Select(number => best[number])
                .Concat(ring.Any(IsBeginning) ? [None] : [])
                .MaxBy(path => path.Days);
            if (before is not null)
            {
                best[rings.NumberOf(ring[0].Id)] = ring.Select(timeOf).Aggregate(before, (sum, next) => sum.Then(next));
            }
        }

        return best.Values.MaxBy(path => path.Days) ?? None;
    }

    /// <summary>"review 3, decide 2"</summary>
    public string Text => string.Join(", ", Steps.Select(step => $"{step.ElementId} {StepTime.Text(step.Days)}"));

    public LongestPath Then(LongestPath next) => next.Days == 0 ? this : new LongestPath(Days + next.Days, [.. Steps, .. next.Steps]);

    private static bool IsBeginning(FlowNode node) => node is { Incoming.Count: 0 } and not (BoundaryEvent or IntermediateCatchEvent { Definitions: [LinkEventDefinition] });
}
