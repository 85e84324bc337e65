using Workflows.Definitions.Checks.Soundness;
using Workflows.Definitions.Processes;

namespace Workflows.Engine.Execution;

/// <summary>Where a scope of a case stands, as the soundness explorer asks.</summary>
internal static class ScopeStandings
{
    public static ScopeStanding Of(Burst burst, ElementInstance scope)
    {
        var children = burst.ChildrenOf(scope).ToList();
        return new ScopeStanding(
            [.. children.Select(child => child.ElementId)],
            [.. burst.Case.Tokens.Values.Where(token => token.ScopeId == scope.Id).Select(token => token.FlowId)],
            children.Where(child => child.FlowsSeen.Count > 0).ToDictionary(child => child.ElementId, child => child.FlowsSeen.Count),
            children.Exists(child => burst.NodeOf(child) is SubProcess { TriggeredByEvent: true } sub && sub.Content.Nodes.OfType<StartEvent>().Any(start => start.IsInterrupting)));
    }
}
