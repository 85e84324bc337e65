using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Draws the shape of an element by its kind.</summary>
/// <remarks>It looks the elements up in the document: diagrams also show what the engine does not read, such as data and notes.</remarks>
internal sealed class ElementDrawing
{
    private static readonly string[] Scopes = ["subProcess", "transaction", "adHocSubProcess"];

    private readonly Dictionary<string, XElement> elements;

    public ElementDrawing(ProcessModel model) => elements = model.Document.Descendants()
        .Where(element => element.Name.Namespace == Bpmn.Model && element.Attribute("id") is not null)
        .DistinctBy(element => element.Attribute("id")!.Value)
        .ToDictionary(element => element.Attribute("id")!.Value, StringComparer.Ordinal);

    /// <summary>The element's local name; <c>unknown</c> where the file has no such element.</summary>
    public string KindOf(string elementId) => elements.GetValueOrDefault(elementId)?.Name.LocalName ?? "unknown";

    public string? NameOf(string? elementId) => elementId is not null && elements.GetValueOrDefault(elementId) is { } element
        ? (string?)element.Attribute("name") ?? (string?)element.Element(Bpmn.Model + "text")
        : null;

    /// <summary>The order of drawing: the large lies under the small, boundary events lie on top.</summary>
    public (int Layer, double Area) Depth(DiagramShape shape) =>
        (KindOf(shape.ElementId) == "boundaryEvent" ? 1 : 0, -shape.Bounds.Width * shape.Bounds.Height);

    public IEnumerable<XElement> Draw(DiagramEdge edge)
    {
        var element = elements.GetValueOrDefault(edge.ElementId);
        var source = (string?)element?.Attribute("sourceRef") is { } id ? elements.GetValueOrDefault(id) : null;
        return EdgeDrawing.Draw(edge, element, source, NameOf(edge.ElementId));
    }

    public IEnumerable<XElement> Draw(DiagramShape shape)
    {
        var name = NameOf(shape.ElementId) ?? "";
        if (!elements.TryGetValue(shape.ElementId, out var element))
        {
            return [Svg.Rectangle(shape.Bounds, 0, "box dashed")];
        }

        var kind = element.Name.LocalName;
        return kind switch
        {
            "participant" or "lane" => BandDrawing.Draw(shape, name),
            _ when kind.EndsWith("Event", StringComparison.Ordinal) => EventDrawing.Draw(shape, element, name),
            _ when kind.EndsWith("Gateway", StringComparison.Ordinal) => GatewayDrawing.Draw(shape, kind, name),
            _ when Scopes.Contains(kind) || Reading.FlowNodeReader.IsActivity(element) => ActivityDrawing.Draw(shape, element, name),
            _ => ArtifactDrawing.Draw(shape, kind, name),
        };
    }
}
