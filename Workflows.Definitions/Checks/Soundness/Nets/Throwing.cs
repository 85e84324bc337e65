using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>Finds for what is thrown who catches it, and says what happens by itself (BPMN 2.0.2 §10.5.6, §13.5).</summary>
internal static class Throwing
{
    public static void Connect(
        List<NetNode> nodes,
        List<NetScope> scopes,
        Dictionary<int, FlowNode> elements,
        Func<string, ProcessDefinition?> findProcess)
    {
        foreach (var (number, element) in elements)
        {
            switch (nodes[number].Kind)
            {
                case NetNodeKind.Throw:
                    foreach (var thrown in ((Event)element).Definitions.Where(NodeKinds.IsThrown))
                    {
                        Catch(nodes, scopes, elements, number, thrown);
                    }

                    break;
                case NetNodeKind.Boundary:
                    var activity = nodes[number].AttachedTo;
                    nodes[number].IsSpontaneous = ((Event)element).Definitions.Any(about => HappensAt(elements[activity], about, findProcess));
                    break;
                case NetNodeKind.EventSubProcess:
                    var owner = scopes[nodes[number].Scope].Owner;
                    nodes[number].IsSpontaneous = StartOf((SubProcess)element)?.Definitions
                        .Any(about => HappensAt(owner >= 0 ? elements[owner] : null, about, findProcess)) == true;
                    break;
                case NetNodeKind.Start:
                    nodes[number].IsSpontaneous = ((Event)element).Definitions.Count > 0;
                    break;
            }
        }
    }

    private static void Catch(List<NetNode> nodes, List<NetScope> scopes, Dictionary<int, FlowNode> elements, int thrower, EventDefinition thrown)
    {
        var inner = -1;
        for (var scope = nodes[thrower].Scope; scope >= 0; scope = scopes[scope].Parent)
        {
            // A scope that an interrupting event sub-process has taken over does not catch what that one throws.
            var starts = thrown is CancelEventDefinition || (inner >= 0 && nodes[inner] is { Kind: NetNodeKind.EventSubProcess, IsInterrupting: true })
                ? []
                : scopes[scope].EventSubProcesses.Where(sub => sub != inner && StartOf((SubProcess)elements[sub])?.Definitions.Any(about => Matches(about, thrown)) == true).ToList();
            var caught = starts.Count > 0 || scopes[scope].Owner < 0
                ? starts
                : nodes[scopes[scope].Owner].Boundaries.Where(boundary => ((Event)elements[boundary]).Definitions.Any(about => Matches(about, thrown))).ToList();
            if (caught.Count > 0)
            {
                nodes[thrower].Catches.AddRange(thrown is EscalationEventDefinition ? caught : caught.Take(1));
                return;
            }

            inner = scopes[scope].Owner;
            if (thrown is CancelEventDefinition && inner >= 0 && elements[inner] is Transaction)
            {
                nodes[thrower].Cancels = inner;
                return;
            }
        }
    }

    private static bool Matches(EventDefinition caught, EventDefinition thrown) => (caught, thrown) switch
    {
        (ErrorEventDefinition one, ErrorEventDefinition other) => one.ErrorId is null || one.ErrorId == other.ErrorId,
        (EscalationEventDefinition one, EscalationEventDefinition other) => one.EscalationId is null || one.EscalationId == other.EscalationId,
        (CancelEventDefinition, CancelEventDefinition) => true,
        _ => false,
    };

    /// <summary>True where the event can happen at the activity without being thrown in the same file.</summary>
    /// <param name="activity">Null for a process as a whole.</param>
    private static bool HappensAt(FlowNode? activity, EventDefinition about, Func<string, ProcessDefinition?> findProcess) => about switch
    {
        CompensateEventDefinition or CancelEventDefinition => false,
        ErrorEventDefinition or EscalationEventDefinition => activity switch
        {
            SubProcess sub => sub.Content.Descendants().Any(inner => ThrowsByItself(inner, about, findProcess, [])),
            not null => ThrowsByItself(activity, about, findProcess, []),
            null => true,
        },
        _ => true,
    };

    /// <param name="seen">The processes that were looked into: two may call each other.</param>
    private static bool ThrowsByItself(FlowNode node, EventDefinition about, Func<string, ProcessDefinition?> findProcess, HashSet<string> seen) => node switch
    {
        CallActivity { CalledElement: { } called } when findProcess(called) is { } process => seen.Add(called)
            && process.Content.Descendants().Any(inner => Throws(inner, about) || ThrowsByItself(inner, about, findProcess, seen)),
        CallActivity => true,
        SubProcess => false,
        Activity => about is ErrorEventDefinition,
        _ => false,
    };

    // Each file has its own ids for errors; which code it is, is compared where it runs.
    private static bool Throws(FlowNode node, EventDefinition about) =>
        node is Event and not (StartEvent or BoundaryEvent) && ((Event)node).Definitions.Any(definition => definition.GetType() == about.GetType());

    private static StartEvent? StartOf(SubProcess sub) => sub.Content.Nodes.OfType<StartEvent>().FirstOrDefault();
}
