using System.Globalization;
using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>The few SVG elements that a diagram is made of.</summary>
internal static class Svg
{
    public static readonly XNamespace Space = "http://www.w3.org/2000/svg";

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A text on one line: a name may be broken into lines in its file.</summary>
    public static string Printable(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static XElement Rectangle(DiagramBounds bounds, double radius, string style) => new(
        Space + "rect",
        new XAttribute("x", Number(bounds.X)),
        new XAttribute("y", Number(bounds.Y)),
        new XAttribute("width", Number(Math.Max(0, bounds.Width))),
        new XAttribute("height", Number(Math.Max(0, bounds.Height))),
        radius > 0 ? new XAttribute("rx", Number(radius)) : null,
        new XAttribute("class", style));

    public static XElement Circle(DiagramPoint centre, double radius, string style) => new(
        Space + "circle",
        new XAttribute("cx", Number(centre.X)),
        new XAttribute("cy", Number(centre.Y)),
        new XAttribute("r", Number(Math.Max(0, radius))),
        new XAttribute("class", style));

    public static XElement Path(string path, string style) =>
        new(Space + "path", new XAttribute("d", path), new XAttribute("class", style));

    /// <summary>A path drawn around the origin, moved and scaled to its place.</summary>
    public static XElement Icon(string path, DiagramPoint centre, double scale, string style) => new(
        Space + "path",
        new XAttribute("d", path),
        new XAttribute("class", style),
        new XAttribute("transform", $"translate({Number(centre.X)} {Number(centre.Y)}) scale({Number(scale)})"));

    /// <summary>A name broken into lines, around a point.</summary>
    public static XElement Text(IReadOnlyList<string> lines, DiagramPoint centre, bool vertical = false) => new(
        Space + "text",
        vertical ? new XAttribute("transform", $"rotate(-90 {Number(centre.X)} {Number(centre.Y)})") : null,
        lines.Select((line, index) => new XElement(
            Space + "tspan",
            new XAttribute("x", Number(centre.X)),
            new XAttribute("y", Number(centre.Y + ((index - ((lines.Count - 1) / 2.0)) * LabelText.LineHeight) + 4)),
            line)));
}
