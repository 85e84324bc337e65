namespace Workflows.Engine.Versions;

/// <summary>What an analyst says of the elements that have not kept their id from one version to the next. All others go to their namesakes.</summary>
/// <param name="Moves">From an element or sequence flow to the one that takes its place.</param>
/// <param name="Dropped">Boundary events, starts of event sub-processes and activities to be compensated that are no longer waited for.</param>
/// <param name="AdoptLimits">
/// True where running clocks take the limits of the new version, with the days that they have used; false where they keep the limits
/// under which they were started. A limit that has passed stays as it is in any case.
/// </param>
public sealed record MigrationInstructions(
    IReadOnlyList<ElementMove>? Moves = null,
    IReadOnlyList<ElementReference>? Dropped = null,
    bool AdoptLimits = false)
{
    public static readonly MigrationInstructions None = new();

    internal string Target(string processId, string elementId) =>
        (Moves ?? []).FirstOrDefault(move => move.From == elementId && move.Process is { } process && process == processId)?.To
        ?? (Moves ?? []).FirstOrDefault(move => move.From == elementId && move.Process is null)?.To
        ?? elementId;

    internal bool Drops(string processId, string elementId) =>
        (Dropped ?? []).Any(dropped => dropped.Element == elementId && (dropped.Process is null || dropped.Process == processId));
}

/// <param name="Process">The process of the old version that <paramref name="From"/> is in; null for any.</param>
public sealed record ElementMove(string From, string To, string? Process = null);

/// <param name="Process">The process of the old version that the element is in; null for any.</param>
public sealed record ElementReference(string Element, string? Process = null);
