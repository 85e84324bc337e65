using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Draws pools and lanes: a band with its name at its head.</summary>
internal static class BandDrawing
{
    private const double Head = 30;

    public static IEnumerable<XElement> Draw(DiagramShape shape, string name)
    {
        var bounds = shape.Bounds;
        var isHorizontal = shape.IsHorizontal ?? bounds.Width >= bounds.Height;
        yield return Svg.Rectangle(bounds, 0, "box pool");
        yield return isHorizontal
            ? Svg.Text(LabelText.Lines(name, bounds.Height - 10, 1), new(bounds.X + (Head / 2), bounds.Centre.Y), vertical: true)
            : Svg.Text(LabelText.Lines(name, bounds.Width - 10, 1), new(bounds.Centre.X, bounds.Y + (Head / 2)));
    }
}
