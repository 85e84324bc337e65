using System.Globalization;
using System.Xml.Linq;
using Workflows.Definitions.Processes.Diagrams.Drawing;

namespace Workflows.Definitions.Processes.Diagrams;

/// <summary>Draws a diagram as SVG: for print, mail, and pages without a script.</summary>
/// <remarks>
/// Each element is a group <c>&lt;g class="bpmn-…" data-element-id="…"&gt;</c> with its name as title. A marker adds a CSS class to
/// the group, so that a page can colour what is done, open or late. Nothing is fetched: no fonts, images or scripts.
/// </remarks>
public static class ProcessSvg
{
    private const double Margin = 20;

    private const string Style = """
        .bpmn-diagram { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; font-size: 12px; }
        .bpmn-diagram .line { fill: none; stroke: #22303c; stroke-width: 1.5; }
        .bpmn-diagram .box { fill: #fff; stroke: #22303c; stroke-width: 1.5; }
        .bpmn-diagram .thick { stroke-width: 4; }
        .bpmn-diagram .thin { stroke-width: 1; }
        .bpmn-diagram .pool, .bpmn-diagram .scope { fill-opacity: 0; }
        .bpmn-diagram .dashed { stroke-dasharray: 5 4; }
        .bpmn-diagram .dotted { stroke-dasharray: 1 4; stroke-linecap: round; }
        .bpmn-diagram .solid { fill: #22303c; }
        .bpmn-diagram text { fill: #22303c; text-anchor: middle; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
        """;

    /// <summary>Draws the first diagram of the file.</summary>
    /// <param name="markers">CSS classes by element id.</param>
    /// <exception cref="DefinitionException">The file has no diagram, or a coordinate of it is no number.</exception>
    public static string Draw(ProcessModel model, IReadOnlyDictionary<string, string>? markers = null) =>
        ProcessDiagram.ReadAll(model) is [var diagram, ..]
            ? Draw(model, diagram, markers)
            : throw new DefinitionException([new DefinitionError(model.Source, 0, 0, null, "Expected the file to have a diagram, but it has none.")]);

    public static string Draw(ProcessModel model, ProcessDiagram diagram, IReadOnlyDictionary<string, string>? markers = null)
    {
        var drawing = new ElementDrawing(model);
        var extent = diagram.Extent;
        var (width, height) = (extent.Width + (2 * Margin), extent.Height + (2 * Margin));
        var name = drawing.NameOf(diagram.ElementId) ?? diagram.ElementId ?? model.Source;
        var svg = new XElement(
            Svg.Space + "svg",
            new XAttribute("class", "bpmn-diagram"),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", Svg.Printable(name)),
            new XAttribute("width", Svg.Number(width)),
            new XAttribute("height", Svg.Number(height)),
            new XAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"{Svg.Number(extent.X - Margin)} {Svg.Number(extent.Y - Margin)} {Svg.Number(width)} {Svg.Number(height)}")),
            new XElement(Svg.Space + "style", Style),
            EdgeDrawing.Arrowheads(),
            diagram.Shapes.OrderBy(drawing.Depth).Select(shape => Group(drawing, shape.ElementId, markers, drawing.Draw(shape))),
            diagram.Edges.Select(edge => Group(drawing, edge.ElementId, markers, drawing.Draw(edge))));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Group(ElementDrawing drawing, string elementId, IReadOnlyDictionary<string, string>? markers, IEnumerable<XElement> parts)
    {
        var kind = $"bpmn-{drawing.KindOf(elementId)}";
        var marker = markers?.GetValueOrDefault(elementId);
        return new XElement(
            Svg.Space + "g",
            new XAttribute("class", marker is null ? kind : $"{kind} {marker}"),
            new XAttribute("data-element-id", elementId),
            drawing.NameOf(elementId) is { Length: > 0 } name ? new XElement(Svg.Space + "title", Svg.Printable(name)) : null,
            parts);
    }
}
