using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Structure;

/// <summary>A terminate end event ends something: where it is the only end, nothing else can still run.</summary>
public sealed class SuperfluousTermination : IDefinitionRule
{
    public string Id => "superfluous-termination";

    public IEnumerable<Flaw> Check(DefinitionUnderCheck definition) =>
        from scope in definition.Scopes
        where !scope.Content.Nodes.Any(Splits)
        from end in scope.Content.Nodes.OfType<EndEvent>()
        where end.Definitions.Any(about => about is TerminateEventDefinition)
        select new Flaw(end.Id, $"Expected something that '{end.Id}' terminates, but nothing runs beside it in '{scope.Id}'.");

    private static bool Splits(FlowNode node) => node switch
    {
        ParallelGateway or InclusiveGateway or ComplexGateway => node.Outgoing.Count > 1,
        Gateway => false,
        BoundaryEvent { CancelActivity: false } => true,
        SubProcess { TriggeredByEvent: true } sub => sub.Content.Nodes.OfType<StartEvent>().Any(start => !start.IsInterrupting),
        _ => node.Outgoing.Count > 1 || (node.Incoming.Count == 0 && node is not (StartEvent or BoundaryEvent)),
    };
}
