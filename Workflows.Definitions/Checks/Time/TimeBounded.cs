using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Time;

/// <summary>What takes time is not gone through any number of times.</summary>
public sealed class TimeBounded : IDefinitionRule
{
    public string Id => "time-bounded";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) => definition.Scopes.SelectMany(InScope);

    private static IEnumerable<Flaw> InScope(ScopeUnderCheck scope)
    {
        var rings = Rings.Of(scope.Content);
        foreach (var ring in rings.InOrder.Where(ring => rings.IsRing(ring, scope.Content)))
        {
            if (ring.FirstOrDefault(TakesTime) is { } step)
            {
                yield return new Flaw(
                    step.Id,
                    $"Expected the time of '{scope.Id}' to be bounded, but the ring through '{step.Id}' can be gone round any number of times.",
                    [.. ring.Select(node => node.Id)]);
            }
        }

        foreach (var repeated in scope.Content.Nodes.Where(node => TakesTime(node) && ProcessTime.Repetitions(node) is null))
        {
            yield return new Flaw(repeated.Id, $"Expected the time of '{repeated.Id}' to be bounded, but nothing says how often it is repeated.");
        }
    }

    private static bool TakesTime(FlowNode node) => node switch
    {
        _ when StepTime.Of(node, fromReceipt: true) > 0 => true,
        SubProcess sub => sub.Content.Nodes.Any(TakesTime),
        CallActivity => true,
        _ => false,
    };
}
