using System.Collections.Frozen;
using Workflows.Definitions.Processes;

namespace Workflows.Engine.Definitions;

/// <summary>For each incoming flow of a joining gateway, the nodes from which a token can still come over it without passing the gateway.</summary>
/// <remarks>BPMN 2.0.2 §13.4.3. An activity reaches what its boundary events reach; a link throw event reaches its catch events.</remarks>
public sealed class JoinReach
{
    private readonly FrozenDictionary<string, FrozenSet<string>> sources;

    private JoinReach(FrozenDictionary<string, FrozenSet<string>> sources) => this.sources = sources;

    /// <summary>True where a token in the node can come over the incoming flow.</summary>
    public bool Reaches(string nodeId, string incomingFlowId) => sources[incomingFlowId].Contains(nodeId);

    public static JoinReach Of(FlowScope content, FlowNode gateway) => new(
        gateway.Incoming.ToFrozenDictionary(flow => flow, flow => Sources(content, gateway, flow), StringComparer.Ordinal));

    private static FrozenSet<string> Sources(FlowScope content, FlowNode gateway, string flowId)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([content.Flow(flowId).SourceId]);
        while (open.TryPop(out var id))
        {
            if (id == gateway.Id || !found.Add(id))
            {
                continue;
            }

            foreach (var before in Before(content, content.Node(id)))
            {
                open.Push(before);
            }
        }

        return found.ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Before(FlowScope content, FlowNode node)
    {
        foreach (var flow in node.Incoming)
        {
            yield return content.Flow(flow).SourceId;
        }

        if (node is BoundaryEvent boundary)
        {
            yield return boundary.AttachedToId;
        }

        if (node is IntermediateCatchEvent { Definitions: [LinkEventDefinition link] })
        {
            foreach (var source in content.Nodes.OfType<IntermediateThrowEvent>().Where(source => source.Definitions.Contains(link)))
            {
                yield return source.Id;
            }
        }
    }
}
