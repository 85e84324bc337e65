using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>The name of a shape that is too small to hold it.</summary>
internal static class OutsideLabel
{
    private const double Width = 90;

    public static XElement Below(DiagramShape shape, string name)
    {
        if (shape.Label is { } label)
        {
            return Svg.Text(LabelText.Lines(name, Math.Max(label.Width, Width), 4), label.Centre);
        }

        var lines = LabelText.Lines(name, Width, 3);
        var middle = shape.Bounds.Y + shape.Bounds.Height + (lines.Count * LabelText.LineHeight / 2) + 2;
        return Svg.Text(lines, new(shape.Bounds.Centre.X, middle));
    }
}
