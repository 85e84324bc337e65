namespace Workflows.Engine.Drafts;

/// <summary>A service as analysts work on it, before it is published.</summary>
/// <param name="BaseVersion">The published version that it began as; null for a service that is new.</param>
/// <param name="Version">What a save has to name: the version that it saw.</param>
/// <param name="Files">By path in a library: the service, its matters, the shared processes, the catalogue, and examples.</param>
public sealed record Draft(
    string Id,
    string ServiceCode,
    string Name,
    int? BaseVersion,
    DraftState State,
    int Version,
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyList<DraftRemark> Remarks,
    string ChangedById,
    string ChangedBy,
    DateTimeOffset ChangedAt)
{
    /// <summary>The path of the service's own process.</summary>
    public string ProcessFile => $"services/{ServiceCode}/process.bpmn";

    /// <summary>The processes that can be drawn: the service's own first.</summary>
    public IReadOnlyList<string> Diagrams =>
        [.. Files.Keys.Where(path => path.EndsWith(".bpmn", StringComparison.Ordinal)).OrderBy(path => path != ProcessFile).ThenBy(path => path, StringComparer.Ordinal)];
}

/// <summary>A row of a list of drafts.</summary>
public sealed record DraftEntry(string Id, string ServiceCode, string Name, int? BaseVersion, DraftState State, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>What a reviewer says of an element, or of the whole draft.</summary>
/// <param name="ElementId">Null for the whole.</param>
public sealed record DraftRemark(string? ElementId, string Text, string By, DateTimeOffset At);

/// <summary>The answer to what an analyst wants of a draft.</summary>
public abstract record DraftAnswer;

public sealed record DraftTaken(Draft Draft) : DraftAnswer;

/// <summary>Somebody else changed the draft since it was read; nothing was written.</summary>
/// <param name="Theirs">The draft as it stands now.</param>
public sealed record DraftOvertaken(Draft Theirs) : DraftAnswer;

public sealed record DraftRefused(Cases.Rejected Rejection) : DraftAnswer;
