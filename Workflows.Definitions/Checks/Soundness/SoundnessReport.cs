namespace Workflows.Definitions.Checks.Soundness;

/// <summary>What exploring a definition's states has shown.</summary>
/// <param name="States">How many states were looked at.</param>
public sealed record SoundnessReport(SoundnessVerdict Verdict, IReadOnlyList<SoundnessFlaw> Flaws, int States);

public enum SoundnessVerdict
{
    /// <summary>Every state that can be reached was looked at, and none of them is flawed.</summary>
    Sound,

    /// <summary>A flaw was found; its example shows how it comes about.</summary>
    Unsound,

    /// <summary>There are more states than the bound allows, or what happens depends on data; nothing wrong was found so far.</summary>
    Undecided,
}

/// <summary>A way in which a process does not do what its drawing promises.</summary>
/// <param name="Example">The ids of the nodes that move and of the flows that gateways choose, in order, until it happens.</param>
public sealed record SoundnessFlaw(SoundnessFlawKind Kind, string ElementId, string Message, IReadOnlyList<string> Example);

public enum SoundnessFlawKind
{
    /// <summary>Nothing can move any more, but the process has not ended.</summary>
    Deadlock,

    /// <summary>Two tokens meet on one sequence flow: parallel paths were merged without being joined.</summary>
    LackOfSynchronisation,

    /// <summary>No run ever comes to the element.</summary>
    DeadElement,

    /// <summary>The process can go on for ever, but can end no more.</summary>
    NoOptionToComplete,

    /// <summary>All processes have ended, and a message is still in transit.</summary>
    MessageNeverReceived,

    /// <summary>It could not be decided.</summary>
    Undecided,
}
