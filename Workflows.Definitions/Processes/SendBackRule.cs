namespace Workflows.Definitions.Processes;

/// <summary>To which earlier steps a task may be sent back (退回), and how the case comes back from there.</summary>
/// <param name="To">Ids of steps, <see cref="Previous"/> and <see cref="Intake"/>; empty for every step that the case has passed.</param>
/// <param name="Returns">The ways back that an officer may choose.</param>
public sealed record SendBackRule(IReadOnlyList<string> To, IReadOnlyList<SendBackReturn> Returns)
{
    /// <summary>The operation's name in a definition.</summary>
    public const string Operation = "send-back";

    /// <summary>上一步: the step that was done last on the way here.</summary>
    public const string Previous = "previous";

    /// <summary>受理: the nearest acceptance on the way here, else the first step.</summary>
    public const string Intake = "intake";
}

/// <summary>How a case comes back from the step that it was sent back to.</summary>
public enum SendBackReturn
{
    /// <summary>重新逐级办理: every step behind it is done again.</summary>
    Again,

    /// <summary>直接返回: it comes straight back to the step that sent it back; nothing else moves.</summary>
    Straight,
}
