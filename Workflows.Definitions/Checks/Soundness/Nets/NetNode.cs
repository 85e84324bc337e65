namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>How a node moves tokens.</summary>
internal enum NetNodeKind
{
    /// <summary>A start event; its token is there from the beginning of its scope.</summary>
    Start,

    /// <summary>An end event that swallows a token and keeps it as a mark.</summary>
    End,

    /// <summary>A terminate end event: clears its scope.</summary>
    Terminate,

    /// <summary>An event that a token passes: it may happen at any time, unless it waits for a message.</summary>
    Pass,

    /// <summary>An event that throws an error, an escalation or a cancellation to its catches.</summary>
    Throw,

    /// <summary>An activity that is entered and left in two steps.</summary>
    Task,

    SubProcess,

    EventSubProcess,

    Boundary,

    Exclusive,

    Parallel,

    Inclusive,

    EventBased,

    Complex,
}

/// <summary>A node of a token net. Numbers are places in the net's arrays.</summary>
internal sealed class NetNode
{
    public required string Id { get; init; }

    public required NetNodeKind Kind { get; init; }

    /// <summary>The scope that holds the node.</summary>
    public required int Scope { get; init; }

    /// <summary>Incoming and outgoing flows.</summary>
    public int[] In { get; set; } = [];

    public int[] Out { get; set; } = [];

    /// <summary>The sets of flows of which the node takes one when it is left.</summary>
    public int[][] Choices { get; set; } = [[]];

    /// <summary>Message flows of which the node needs one message, or sends one.</summary>
    public int[] MessagesIn { get; set; } = [];

    public int[] MessagesOut { get; set; } = [];

    /// <summary>The scope inside a sub-process; -1 for any other node.</summary>
    public int Content { get; set; } = -1;

    /// <summary>The activity of a boundary event; -1 for any other node.</summary>
    public int AttachedTo { get; set; } = -1;

    /// <summary>The boundary events of an activity.</summary>
    public List<int> Boundaries { get; } = [];

    /// <summary>For boundary events and event sub-processes: whether they end what they stand at.</summary>
    public bool IsInterrupting { get; init; }

    /// <summary>For boundary events and event sub-processes: whether they happen by themselves, not only when something in the net throws.</summary>
    public bool IsSpontaneous { get; set; }

    /// <summary>For a throwing event: the boundary events and event sub-processes that catch it.</summary>
    public List<int> Catches { get; } = [];

    /// <summary>For a throwing event: the activity that is ended without anybody catching it; -1 for none.</summary>
    public int Cancels { get; set; } = -1;

    /// <summary>For a start event at the top: the start events that begin with it, itself included; it is the first of them.</summary>
    public int[] Together { get; set; } = [];

    /// <summary>For a complex gateway: how many tokens let it fire.</summary>
    public int Needed { get; set; }

    /// <summary>For an inclusive gateway: by incoming flow, the cells from which a token can still come over it (BPMN 2.0.2 §13.4.3).</summary>
    public int[][] Upstream { get; set; } = [];

    /// <summary>The same without the way from an activity to its boundary events, as a set: true for each of the cells.</summary>
    public bool[][] UpstreamByFlows { get; set; } = [];
}

/// <summary>A process, or what is inside a sub-process.</summary>
internal sealed class NetScope
{
    /// <summary>The sub-process; -1 for a process.</summary>
    public required int Owner { get; init; }

    public required int Parent { get; init; }

    public required string Id { get; init; }

    public List<int> Flows { get; } = [];

    public List<int> Nodes { get; } = [];

    public List<int> EventSubProcesses { get; } = [];

    /// <summary>The cells of the scope and of all scopes in it: what is emptied when it is ended.</summary>
    public int[] AllCells { get; set; } = [];

    /// <summary>The cells that hold the scope open.</summary>
    public int[] BusyCells { get; set; } = [];

    /// <summary>For a process, the cell that says that its instance has started; -1 for a sub-process.</summary>
    public int StartedCell { get; set; } = -1;
}

/// <summary>A message flow of a net.</summary>
/// <param name="Letter">Messages of the same letter go from one process to another under one name.</param>
internal sealed record NetMessage(string Id, int From, int To, int Letter);
