namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>Processes that exchange messages, as a net over which tokens move.</summary>
/// <remarks>
/// A state is a number for each cell: tokens on each flow, tokens in each node, messages in each message flow, and whether each process
/// has started. A node's cell counts running activities, end marks of end events, waiting starts, and for boundary events and
/// the starts of event sub-processes whether they can still happen.
/// </remarks>
internal sealed class TokenNet
{
    public required string[] Flows { get; init; }

    public required NetNode[] Nodes { get; init; }

    public required NetScope[] Scopes { get; init; }

    public required NetMessage[] Messages { get; init; }

    /// <summary>The node before each flow, and the one behind it.</summary>
    public required int[] Sources { get; init; }

    public required int[] Targets { get; init; }

    public int CellCount => Flows.Length + Nodes.Length + Messages.Length + Scopes.Length;

    public int NodeCell(int node) => Flows.Length + node;

    public int MessageCell(int message) => Flows.Length + Nodes.Length + message;

    public int StartedCell(int scope) => Flows.Length + Nodes.Length + Messages.Length + scope;

    /// <summary>The processes: scopes that are in no other.</summary>
    public IEnumerable<NetScope> Processes => Scopes.Where(scope => scope.Parent < 0);

    public int ProcessOf(int scope) => Scopes[scope].Parent < 0 ? scope : ProcessOf(Scopes[scope].Parent);
}
