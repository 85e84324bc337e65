using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>Makes a token net of processes and the message flows between them.</summary>
/// <remarks>
/// Timers, signals, conditions, and messages from outside may happen at any time. A call activity is a task that can throw the
/// errors of the process that it calls; that process is checked by itself. A repeated activity runs once: its repetitions are alike.
/// An ad-hoc sub-process is a task, as nothing in it has an order. Compensation handlers are left out: what they undo has ended.
/// </remarks>
internal sealed class TokenNetBuilder
{
    private readonly List<string> flows = [];
    private readonly List<(int Source, int Target)> ends = [];
    private readonly List<NetNode> nodes = [];
    private readonly List<NetScope> scopes = [];
    private readonly List<NetMessage> messages = [];
    private readonly List<string> names = [];
    private readonly Dictionary<string, int> nodeById = new(StringComparer.Ordinal);
    private readonly Dictionary<int, FlowNode> elements = [];
    private readonly Dictionary<int, List<(int Flow, bool IsConditional, bool IsDefault)>> outgoing = [];
    private readonly Dictionary<int, List<int>> incoming = [];
    private readonly Func<string, ProcessDefinition?> findProcess;

    private TokenNetBuilder(Func<string, ProcessDefinition?> findProcess) => this.findProcess = findProcess;

    /// <param name="findProcess">The processes that call activities call, as far as they are known.</param>
    /// <exception cref="NetTooLargeException">A node splits on too many conditions.</exception>
    public static TokenNet Build(
        IReadOnlyList<ProcessDefinition> processes,
        IReadOnlyList<MessageFlow> messageFlows,
        Func<string, ProcessDefinition?> findProcess)
    {
        var builder = new TokenNetBuilder(findProcess);
        foreach (var process in processes)
        {
            builder.AddScope(process.Id, owner: -1, parent: -1, process.Content);
        }

        builder.Connect();
        foreach (var flow in messageFlows)
        {
            builder.AddMessage(flow);
        }

        return builder.Finish();
    }

    private int AddScope(string id, int owner, int parent, FlowScope content)
    {
        var scope = scopes.Count;
        scopes.Add(new NetScope { Owner = owner, Parent = parent, Id = id });
        foreach (var node in content.Nodes.Where(node => !IsAboutCompensation(node)))
        {
            AddNode(node, scope);
        }

        foreach (var flow in content.Flows.Where(flow => nodeById.ContainsKey(flow.SourceId) && nodeById.ContainsKey(flow.TargetId)))
        {
            AddFlow(scope, flow.Id, nodeById[flow.SourceId], nodeById[flow.TargetId], flow.Condition is not null, IsDefault(content.Node(flow.SourceId), flow.Id));
        }

        foreach (var node in content.Nodes.Where(node => nodeById.ContainsKey(node.Id) && StartsByItself(node)))
        {
            var start = Add(new NetNode { Id = node.Id, Kind = NetNodeKind.Start, Scope = scope }, null);
            AddFlow(scope, node.Id, start, nodeById[node.Id], isConditional: false, isDefault: false);
        }

        foreach (var target in content.Nodes.OfType<IntermediateCatchEvent>())
        {
            foreach (var link in target.Definitions.OfType<LinkEventDefinition>())
            {
                foreach (var source in content.Nodes.OfType<IntermediateThrowEvent>().Where(source => source.Definitions.Contains(link)))
                {
                    AddFlow(scope, source.Id, nodeById[source.Id], nodeById[target.Id], isConditional: false, isDefault: false);
                }
            }
        }

        return scope;
    }

    private void AddNode(FlowNode node, int scope)
    {
        var number = Add(
            new NetNode
            {
                Id = node.Id,
                Kind = NodeKinds.Of(node),
                Scope = scope,
                IsInterrupting = node switch
                {
                    BoundaryEvent boundary => boundary.CancelActivity,
                    SubProcess { TriggeredByEvent: true } started => started.Content.Nodes.OfType<StartEvent>().Any(start => start.IsInterrupting),
                    _ => false,
                },
            },
            node);
        nodeById[node.Id] = number;
        if (node is SubProcess sub and not AdHocSubProcess)
        {
            nodes[number].Content = AddScope(node.Id, number, scope, sub.Content);
        }

        if (nodes[number].Kind == NetNodeKind.EventSubProcess)
        {
            scopes[scope].EventSubProcesses.Add(number);
        }
    }

    private int Add(NetNode node, FlowNode? element)
    {
        var number = nodes.Count;
        nodes.Add(node);
        scopes[node.Scope].Nodes.Add(number);
        outgoing[number] = [];
        incoming[number] = [];
        if (element is not null)
        {
            elements[number] = element;
        }

        return number;
    }

    private void AddFlow(int scope, string id, int source, int target, bool isConditional, bool isDefault)
    {
        var flow = flows.Count;
        flows.Add(id);
        ends.Add((source, target));
        scopes[scope].Flows.Add(flow);
        outgoing[source].Add((flow, isConditional, isDefault));
        incoming[target].Add(flow);
    }

    private void Connect()
    {
        for (var number = 0; number < nodes.Count; number++)
        {
            var node = nodes[number];
            node.In = [.. incoming[number]];
            node.Out = [.. outgoing[number].Select(flow => flow.Flow)];
            node.Choices = elements.TryGetValue(number, out var element) ? Splits.Of(element, outgoing[number]) : [node.Out];
            node.Needed = element is ComplexGateway complex ? NodeKinds.TokensNeeded(complex, node.In.Length) : 0;
            if (element is BoundaryEvent boundary)
            {
                node.AttachedTo = nodeById[boundary.AttachedToId];
                nodes[node.AttachedTo].Boundaries.Add(number);
            }
        }

        Throwing.Connect(nodes, scopes, elements, findProcess);
    }

    private void AddMessage(MessageFlow flow)
    {
        if (!nodeById.TryGetValue(flow.SourceId, out var source) || !nodeById.TryGetValue(flow.TargetId, out var target))
        {
            return;
        }

        var (from, to) = (ProcessOf(source), ProcessOf(target));
        var name = flow.Name ?? flow.Id;
        var known = messages.FindIndex(message => message.From == from && message.To == to && names[message.Letter] == name);
        var letter = known >= 0 ? messages[known].Letter : names.Count;
        if (known < 0)
        {
            names.Add(name);
        }

        nodes[source].MessagesOut = [.. nodes[source].MessagesOut, messages.Count];
        var receiver = nodes[target].Kind == NetNodeKind.Start && scopes[nodes[target].Scope].Owner is >= 0 and var owner && nodes[owner].Kind == NetNodeKind.EventSubProcess ? owner : target;
        nodes[receiver].MessagesIn = [.. nodes[receiver].MessagesIn, messages.Count];
        messages.Add(new NetMessage(flow.Id, from, to, letter));
    }

    private int ProcessOf(int node)
    {
        var scope = nodes[node].Scope;
        while (scopes[scope].Parent >= 0)
        {
            scope = scopes[scope].Parent;
        }

        return scope;
    }

    private TokenNet Finish()
    {
        var net = new TokenNet
        {
            Flows = [.. flows],
            Nodes = [.. nodes],
            Scopes = [.. scopes],
            Messages = [.. messages],
            Sources = [.. ends.Select(end => end.Source)],
            Targets = [.. ends.Select(end => end.Target)],
        };
        NetCells.Fill(net);
        for (var number = 0; number < nodes.Count; number++)
        {
            if (nodes[number].Kind == NetNodeKind.Inclusive)
            {
                nodes[number].Upstream = [.. JoinUpstream.Of(net, number, overBoundaries: true).Select(set => Enumerable.Range(0, set.Length).Where(cell => set[cell]).ToArray())];
                nodes[number].UpstreamByFlows = JoinUpstream.Of(net, number, overBoundaries: false);
            }
        }

        return net;
    }

    private static bool StartsByItself(FlowNode node) => node.Incoming.Count == 0 && node is not (StartEvent
        or BoundaryEvent
        or SubProcess { TriggeredByEvent: true }
        or IntermediateCatchEvent { Definitions: [LinkEventDefinition] });

    private static bool IsAboutCompensation(FlowNode node) => node switch
    {
        Activity { IsForCompensation: true } => true,
        BoundaryEvent boundary => boundary.Definitions is [CompensateEventDefinition, ..],
        SubProcess { TriggeredByEvent: true } sub => sub.Content.Nodes.OfType<StartEvent>().Any(start => start.Definitions is [CompensateEventDefinition, ..]),
        _ => false,
    };

    private static bool IsDefault(FlowNode source, string flowId) => flowId == source switch
    {
        ExclusiveGateway gateway => gateway.DefaultFlowId,
        InclusiveGateway gateway => gateway.DefaultFlowId,
        ComplexGateway gateway => gateway.DefaultFlowId,
        Activity activity => activity.DefaultFlowId,
        _ => null,
    };
}
