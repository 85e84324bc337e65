using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams;

/// <summary>Reads the diagram interchange part of a file.</summary>
internal sealed class DiagramReader
{
    private readonly string source;
    private readonly List<DefinitionError> errors = [];

    private DiagramReader(string source) => this.source = source;

    public static IReadOnlyList<ProcessDiagram> Read(ProcessModel model)
    {
        var reader = new DiagramReader(model.Source);
        var diagrams = model.Document.Root!.Elements(Bpmn.Diagram + "BPMNDiagram")
            .Elements(Bpmn.Diagram + "BPMNPlane")
            .Select(reader.ReadPlane)
            .ToList();
        return reader.errors.Count == 0 ? diagrams : throw new DefinitionException(reader.errors);
    }

    private ProcessDiagram ReadPlane(XElement plane) => new()
    {
        ElementId = Element(plane),
        Shapes = [.. plane.Elements(Bpmn.Diagram + "BPMNShape").Select(ReadShape).OfType<DiagramShape>()],
        Edges = [.. plane.Elements(Bpmn.Diagram + "BPMNEdge").Select(ReadEdge).OfType<DiagramEdge>()],
    };

    private DiagramShape? ReadShape(XElement shape)
    {
        if (Element(shape) is not { } elementId)
        {
            return null;
        }

        if (Bounds(shape) is { } bounds)
        {
            return new DiagramShape(elementId, bounds, Flag(shape, "isExpanded"), Flag(shape, "isHorizontal"), Label(shape));
        }

        Report(shape, $"Expected the shape of '{elementId}' to have bounds, but it has none.");
        return null;
    }

    private DiagramEdge? ReadEdge(XElement edge)
    {
        if (Element(edge) is not { } elementId)
        {
            return null;
        }

        var waypoints = edge.Elements(Bpmn.Layout + "waypoint")
            .Select(point => new DiagramPoint(Number(point, "x"), Number(point, "y")))
            .ToList();
        if (waypoints.Count < 2)
        {
            Report(edge, $"Expected the edge of '{elementId}' to have at least two waypoints, but it has {waypoints.Count}.");
        }

        return new DiagramEdge(elementId, waypoints, Label(edge));
    }

    private DiagramBounds? Label(XElement owner) =>
        owner.Element(Bpmn.Diagram + "BPMNLabel") is { } label ? Bounds(label) : null;

    private DiagramBounds? Bounds(XElement owner) => owner.Element(Bpmn.Drawing + "Bounds") is { } bounds
        ? new DiagramBounds(Number(bounds, "x"), Number(bounds, "y"), Number(bounds, "width"), Number(bounds, "height"))
        : null;

    private double Number(XElement element, string attribute)
    {
        var text = (string?)element.Attribute(attribute);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Report(element, $"Expected '{attribute}' to be a number, but it is '{text}'.");
        return 0;
    }

    private void Report(XElement element, string message)
    {
        var line = (IXmlLineInfo)element;
        errors.Add(new DefinitionError(source, line.LineNumber, line.LinePosition, (string?)element.Attribute("id"), message));
    }

    private static string? Element(XElement element) => Reading.BpmnFile.WithoutPrefix((string?)element.Attribute("bpmnElement"));

    private static bool? Flag(XElement element, string attribute) => (string?)element.Attribute(attribute) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };
}
