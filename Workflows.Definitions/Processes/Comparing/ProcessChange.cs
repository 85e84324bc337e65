namespace Workflows.Definitions.Processes.Comparing;

/// <summary>How an element differs between two versions of a process.</summary>
/// <param name="Kind">The element's BPMN name, e.g. <c>userTask</c>.</param>
/// <param name="Name">Its name in the newer version, or in the older where it is gone; null where it has none.</param>
/// <param name="Properties">What changed, for <see cref="ChangeKind.Changed"/>; else empty.</param>
public sealed record ProcessChange(ChangeKind Change, string ElementId, string Kind, string? Name, IReadOnlyList<PropertyChange> Properties);

/// <param name="Property">Kebab-case, e.g. <c>name</c>, <c>time-limit</c>, <c>condition</c>, <c>lane</c>.</param>
/// <param name="From">Null where it was not there.</param>
/// <param name="To">Null where it is there no more.</param>
public sealed record PropertyChange(string Property, string? From, string? To);

public enum ChangeKind
{
    Added,
    Removed,
    Changed,

    /// <summary>Only its place in the drawing is another.</summary>
    Moved,
}
