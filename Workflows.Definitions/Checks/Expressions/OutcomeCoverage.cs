using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>Where flows part by a step's outcome, every outcome leads on, and no flow waits for an outcome that does not exist.</summary>
/// <remarks>Only gateways whose conditions read nothing but outcomes are judged: of other data every value may come.</remarks>
public sealed class OutcomeCoverage : IDefinitionRule
{
    public string Id => "outcome-coverage";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition)
    {
        var outcomes = new StepOutcomes(definition.Nodes.Select(at => at.Node));
        return definition.Nodes
            .Where(at => at.Node is ExclusiveGateway or InclusiveGateway && at.Node.Outgoing.Count > 1)
            .SelectMany(at => Of(at.Node, at.Scope, outcomes));
    }

    private static IEnumerable<Flaw> Of(FlowNode gateway, ScopeUnderCheck scope, StepOutcomes outcomes)
    {
        var defaultFlow = (gateway as ExclusiveGateway)?.DefaultFlowId ?? (gateway as InclusiveGateway)?.DefaultFlowId;
        var flows = scope.Outgoing(gateway).Where(flow => flow.Id != defaultFlow).Select(flow => (flow.Id, Condition: ParsedFeel.Of(flow.Condition))).ToList();
        if (flows.Exists(flow => flow.Condition is null)
            || outcomes.Combinations([.. flows.Select(flow => flow.Condition!)]) is not { } combinations
            || combinations[0].Count == 0)
        {
            yield break;
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var combination in combinations)
        {
            var next = flows.Where(flow => flow.Condition!.Evaluate(StepOutcomes.Variables(combination)).IsTrue).Select(flow => flow.Id).ToList();
            taken.UnionWith(next);
            if (next.Count == 0 && defaultFlow is null)
            {
                var text = string.Join(" and ", combination.Select(one => $"{one.Path} = \"{one.Code}\""));
                yield return new Flaw(gateway.Id, $"Expected a flow out of gateway '{gateway.Id}' for every outcome, but there is none for {text}.");
            }
        }

        foreach (var flow in flows.Where(flow => !taken.Contains(flow.Id)))
        {
            yield return new Flaw(flow.Id, $"Expected some outcome to lead over sequence flow '{flow.Id}', but none meets '{flow.Condition!.Text}'.");
        }
    }
}
