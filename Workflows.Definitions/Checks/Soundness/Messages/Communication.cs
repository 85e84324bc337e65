namespace Workflows.Definitions.Checks.Soundness.Messages;

/// <summary>How messages between processes keep their order while they are in transit.</summary>
public enum Communication
{
    /// <summary>No order: any message may come first. What the engine and its outbox promise.</summary>
    Bag,

    /// <summary>In order between each two processes.</summary>
    FifoPair,

    /// <summary>A message is not overtaken by one that its sending caused.</summary>
    Causal,

    /// <summary>In order into each process.</summary>
    Inbox,

    /// <summary>In order out of each process.</summary>
    Outbox,

    /// <summary>All in one order.</summary>
    Fifo,

    /// <summary>At most one message in transit at all.</summary>
    Rsc,
}
