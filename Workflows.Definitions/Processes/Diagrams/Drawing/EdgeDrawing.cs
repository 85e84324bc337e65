using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Draws flows and associations along their waypoints.</summary>
internal static class EdgeDrawing
{
    /// <summary>The ends of lines, to be defined once in an image.</summary>
    public static XElement Arrowheads() => new(
        Svg.Space + "defs",
        Head("bpmn-arrow", "M0,0 L10,5 L0,10 Z", 10, "solid"),
        Head("bpmn-open-arrow", "M0,0 L10,5 L0,10 Z", 10, "box thin"),
        Head("bpmn-message-start", "M5,1 A4,4 0 1 1 5,9 A4,4 0 1 1 5,1", 5, "box thin"),
        Head("bpmn-condition", "M0,5 L8,0 L16,5 L8,10 Z", 0, "box thin", width: 16),
        Head("bpmn-default", "M4,0 L10,10", 0, "line", width: 14));

    public static IEnumerable<XElement> Draw(DiagramEdge edge, XElement? element, XElement? source, string? name)
    {
        var (style, start, end) = LineOf(element, source);
        var path = Svg.Path("M" + string.Join(" L", edge.Waypoints.Select(point => $"{Svg.Number(point.X)},{Svg.Number(point.Y)}")), style);
        if (start is not null)
        {
            path.Add(new XAttribute("marker-start", $"url(#{start})"));
        }

        if (end is not null)
        {
            path.Add(new XAttribute("marker-end", $"url(#{end})"));
        }

        yield return path;
        if (!string.IsNullOrWhiteSpace(name))
        {
            yield return Svg.Text(LabelText.Lines(name, Math.Max(edge.Label?.Width ?? 0, 90), 3), edge.Label?.Centre ?? Middle(edge.Waypoints));
        }
    }

    private static (string Style, string? Start, string? End) LineOf(XElement? element, XElement? source) => element?.Name.LocalName switch
    {
        "messageFlow" => ("line dashed", "bpmn-message-start", "bpmn-open-arrow"),
        "association" or "dataInputAssociation" or "dataOutputAssociation" => ("line dotted", null, null),
        "sequenceFlow" when source is not null && (string?)source.Attribute("default") == element.Attribute("id")!.Value => ("line", "bpmn-default", "bpmn-arrow"),
        "sequenceFlow" when source is not null && IsConditional(element) && Reading.FlowNodeReader.IsActivity(source) => ("line", "bpmn-condition", "bpmn-arrow"),
        _ => ("line", null, "bpmn-arrow"),
    };

    private static bool IsConditional(XElement flow) => flow.Element(Bpmn.Model + "conditionExpression") is not null;

    private static DiagramPoint Middle(IReadOnlyList<DiagramPoint> points)
    {
        var (from, to) = (points[(points.Count - 1) / 2], points[((points.Count - 1) / 2) + 1]);
        return new((from.X + to.X) / 2, ((from.Y + to.Y) / 2) - 8);
    }

    private static XElement Head(string id, string path, double anchor, string style, double width = 10) => new(
        Svg.Space + "marker",
        new XAttribute("id", id),
        new XAttribute("viewBox", $"-1 -1 {Svg.Number(width + 2)} 12"),
        new XAttribute("refX", Svg.Number(anchor)),
        new XAttribute("refY", "5"),
        new XAttribute("markerWidth", Svg.Number(width)),
        new XAttribute("markerHeight", "10"),
        new XAttribute("markerUnits", "userSpaceOnUse"),
        new XAttribute("orient", "auto"),
        Svg.Path(path, style));
}
