using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>A scope in which tokens wait before a join, and nothing is left that could bring the missing ones.</summary>
internal static class Deadlocks
{
    /// <summary>Raises an incident for each such scope that has none yet. Asked only when no token moves.</summary>
    public static void Report(Burst burst)
    {
        if (burst.Case.Tokens.IsEmpty)
        {
            return;
        }

        var stuck = burst.Case.Tokens.Values
            .GroupBy(token => token.ScopeId)
            .Where(tokens => burst.Case.Instances.Values.All(instance => instance.ScopeId != tokens.Key || instance.FlowsSeen.Count > 0))
            .Where(tokens => burst.Case.Subscriptions.Values.All(subscription => subscription.InstanceId != tokens.Key))
            .Where(tokens => burst.Case.Incidents.Values.All(incident => incident.InstanceId != tokens.Key))
            .ToList();
        foreach (var tokens in stuck)
        {
            var content = burst.ContentOf(burst.Case.Instances[tokens.Key]).Content;
            var join = content.Node(content.Flow(tokens.First().FlowId).TargetId);
            burst.Emit(new IncidentRaised(new Incident(
                burst.NextId,
                tokens.Key,
                join.Id,
                $"Expected a token over each flow into '{join.Id}', but no more can come over {Missing(tokens, join)}.",
                burst.Now)));
        }
    }

    private static string Missing(IEnumerable<FlowToken> tokens, FlowNode join) =>
        string.Join(", ", join.Incoming.Except(tokens.Select(token => token.FlowId)).Select(flow => $"'{flow}'"));
}
