using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>Behind an event-based gateway stand at least two events that can happen, and nothing else (BPMN 2.0.2 §10.6.6).</summary>
public sealed class EventBasedGateways : IDefinitionRule
{
    public string Id => "event-based-gateway";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from at in definition.Nodes
        where at.Node is EventBasedGateway
        from flaw in Of(at.Node, at.Scope)
        select flaw;

    private static IEnumerable<Flaw> Of(FlowNode gateway, ScopeUnderCheck scope)
    {
        if (gateway.Outgoing.Count < 2)
        {
            yield return new Flaw(gateway.Id, $"Expected at least two flows out of event-based gateway '{gateway.Id}', but there are {gateway.Outgoing.Count}.");
        }

        foreach (var flow in scope.Outgoing(gateway))
        {
            if (flow.Condition is not null)
            {
                yield return new Flaw(flow.Id, $"Expected sequence flow '{flow.Id}' of an event-based gateway to have no condition, but it has one.");
            }

            if (scope.Content.Node(flow.TargetId) is var target && !CanHappen(target))
            {
                yield return new Flaw(target.Id, $"Expected an event or a receive task behind event-based gateway '{gateway.Id}', but '{target.Id}' is neither.");
            }
        }
    }

    private static bool CanHappen(FlowNode node) => node switch
    {
        ReceiveTask => true,
        IntermediateCatchEvent caught => caught.Definitions.All(definition =>
            definition is MessageEventDefinition or SignalEventDefinition or TimerEventDefinition or ConditionalEventDefinition),
        _ => false,
    };
}
