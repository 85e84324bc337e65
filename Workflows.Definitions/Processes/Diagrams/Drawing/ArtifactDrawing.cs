using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Draws notes, groups, data and whatever else a diagram shows beside the flow.</summary>
internal static class ArtifactDrawing
{
    public static IEnumerable<XElement> Draw(DiagramShape shape, string kind, string name)
    {
        var bounds = shape.Bounds;
        var (left, top, right, bottom) = (bounds.X, bounds.Y, bounds.X + bounds.Width, bounds.Y + bounds.Height);
        switch (kind)
        {
            case "textAnnotation":
                yield return Svg.Path($"M{Svg.Number(left + 12)},{Svg.Number(top)} H{Svg.Number(left)} V{Svg.Number(bottom)} H{Svg.Number(left + 12)}", "line");
                yield return Svg.Text(LabelText.Lines(name, bounds.Width - 10, Math.Max(1, (int)(bounds.Height / LabelText.LineHeight))), bounds.Centre);
                break;
            case "group":
                yield return Svg.Rectangle(bounds, 8, "line dashed");
                break;
            case "dataStoreReference":
                yield return Svg.Path(
                    $"M{Svg.Number(left)},{Svg.Number(top + 6)} V{Svg.Number(bottom - 6)} A{Svg.Number(bounds.Width / 2)},6 0 0 0 {Svg.Number(right)},{Svg.Number(bottom - 6)} V{Svg.Number(top + 6)} A{Svg.Number(bounds.Width / 2)},6 0 0 0 {Svg.Number(left)},{Svg.Number(top + 6)} A{Svg.Number(bounds.Width / 2)},6 0 0 0 {Svg.Number(right)},{Svg.Number(top + 6)}",
                    "box");
                yield return OutsideLabel.Below(shape, name);
                break;
            case "dataObjectReference" or "dataObject" or "dataInput" or "dataOutput":
                yield return Svg.Path(
                    $"M{Svg.Number(left)},{Svg.Number(top)} H{Svg.Number(right - 10)} L{Svg.Number(right)},{Svg.Number(top + 10)} V{Svg.Number(bottom)} H{Svg.Number(left)} Z M{Svg.Number(right - 10)},{Svg.Number(top)} V{Svg.Number(top + 10)} H{Svg.Number(right)}",
                    "box");
                yield return OutsideLabel.Below(shape, name);
                break;
            default:
                yield return Svg.Rectangle(bounds, 0, "box");
                yield return Svg.Text(LabelText.Lines(name, bounds.Width, 3), bounds.Centre);
                break;
        }
    }
}
