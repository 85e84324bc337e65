namespace Workflows.Definitions.Processes.Diagrams;

/// <summary>Where the elements of a file are drawn (BPMN 2.0.2 §12): one plane, its shapes and its edges.</summary>
/// <remarks>Lengths are the diagram's units: pixels, y downwards.</remarks>
public sealed record ProcessDiagram
{
    /// <summary>The process, collaboration or collapsed sub-process that the plane shows, or null.</summary>
    public string? ElementId { get; init; }

    public IReadOnlyList<DiagramShape> Shapes { get; init; } = [];

    public IReadOnlyList<DiagramEdge> Edges { get; init; } = [];

    /// <summary>What all shapes and edges take; empty where there are none.</summary>
    public DiagramBounds Extent => DiagramBounds.Around(
    [
        .. Shapes.SelectMany(shape => shape.Bounds.Corners),
        .. Shapes.SelectMany(shape => shape.Label?.Corners ?? []),
        .. Edges.SelectMany(edge => edge.Waypoints),
        .. Edges.SelectMany(edge => edge.Label?.Corners ?? []),
    ]);

    /// <summary>The diagrams of a file, in document order: first the whole, then collapsed sub-processes.</summary>
    /// <exception cref="DefinitionException">A coordinate is missing or no number.</exception>
    public static IReadOnlyList<ProcessDiagram> ReadAll(ProcessModel model) => DiagramReader.Read(model);
}

/// <param name="ElementId">The element that the shape shows.</param>
/// <param name="IsExpanded">False for a collapsed sub-process; null where the file does not say.</param>
/// <param name="IsHorizontal">For pools and lanes; null where the file does not say.</param>
/// <param name="Label">Where the name stands when it does not stand in its usual place.</param>
public sealed record DiagramShape(string ElementId, DiagramBounds Bounds, bool? IsExpanded, bool? IsHorizontal, DiagramBounds? Label);

/// <param name="ElementId">The sequence flow, message flow or association that the edge shows.</param>
/// <param name="Waypoints">At least two points.</param>
public sealed record DiagramEdge(string ElementId, IReadOnlyList<DiagramPoint> Waypoints, DiagramBounds? Label);

public readonly record struct DiagramPoint(double X, double Y);

public readonly record struct DiagramBounds(double X, double Y, double Width, double Height)
{
    public DiagramPoint Centre => new(X + (Width / 2), Y + (Height / 2));

    public IReadOnlyList<DiagramPoint> Corners => [new(X, Y), new(X + Width, Y + Height)];

    public static DiagramBounds Around(IReadOnlyCollection<DiagramPoint> points)
    {
        if (points.Count == 0)
        {
            return default;
        }

        var (left, top) = (points.Min(point => point.X), points.Min(point => point.Y));
        return new DiagramBounds(left, top, points.Max(point => point.X) - left, points.Max(point => point.Y) - top);
    }
}
