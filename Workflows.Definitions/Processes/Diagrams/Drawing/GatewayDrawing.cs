using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Draws gateways: a diamond with its sign.</summary>
internal static class GatewayDrawing
{
    public static IEnumerable<XElement> Draw(DiagramShape shape, string kind, string name)
    {
        var (bounds, centre) = (shape.Bounds, shape.Bounds.Centre);
        yield return Svg.Path(
            $"M{Svg.Number(centre.X)},{Svg.Number(bounds.Y)} L{Svg.Number(bounds.X + bounds.Width)},{Svg.Number(centre.Y)} L{Svg.Number(centre.X)},{Svg.Number(bounds.Y + bounds.Height)} L{Svg.Number(bounds.X)},{Svg.Number(centre.Y)} Z",
            "box");
        if (Icons.Gateways.TryGetValue(kind, out var sign))
        {
            yield return Svg.Icon(sign, centre, bounds.Width / 40, "line");
        }

        if (name.Length > 0)
        {
            yield return OutsideLabel.Below(shape, name);
        }
    }
}
