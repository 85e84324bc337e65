using Workflows.Engine.Cases;

namespace Workflows.Designer.Operations;

/// <summary>Something that can be done with a case: what it asks for, and the command that comes of it.</summary>
/// <param name="Reason">Whether words go with it.</param>
public sealed record Operation(OperationKind Kind, ReasonNeed Reason, Func<OperationEntry, CaseCommand> Command)
{
    /// <summary>Whom or what it is about; empty where nothing is to choose.</summary>
    public IReadOnlyList<OperationChoice> Choices { get; init; } = [];

    /// <summary>True where several may be chosen at once.</summary>
    public bool TakesMany { get; init; }

    /// <summary>True where it rests on a legal basis and a document.</summary>
    public bool NeedsDocument { get; init; }

    /// <summary>True where it ends something that cannot be taken up again.</summary>
    public bool IsGrave => Kind is OperationKind.Withdraw or OperationKind.Terminate or OperationKind.Jump or OperationKind.Exclude;
}

/// <param name="Code">What the command names it by.</param>
/// <param name="Name">As people read it.</param>
public sealed record OperationChoice(string Code, string Name);

/// <summary>What was entered for an operation.</summary>
/// <param name="Chosen">Codes of the choices.</param>
public sealed record OperationEntry(IReadOnlyList<string> Chosen, string Reason, string Basis, string Document)
{
    private const string Something = "…";

    /// <summary>The one that was chosen.</summary>
    public string Choice => Chosen[0];

    /// <summary>What was written, or null for nothing.</summary>
    public string? Note => string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();

    /// <summary>The entry as it will be when every word is written: to ask what would happen before.</summary>
    public OperationEntry Filled() => new(Chosen, Or(Reason), Or(Basis), Or(Document));

    public static OperationEntry Of(params IReadOnlyList<string> chosen) => new(chosen, "", "", "");

    private static string Or(string text) => string.IsNullOrWhiteSpace(text) ? Something : text.Trim();
}

/// <summary>Whether an operation asks for words.</summary>
public enum ReasonNeed
{
    None,
    Optional,
    Required,
}
