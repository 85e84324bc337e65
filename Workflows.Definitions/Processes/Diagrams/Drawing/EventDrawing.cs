using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Draws events: thin circles start, double ones happen in between, thick ones end.</summary>
internal static class EventDrawing
{
    public static IEnumerable<XElement> Draw(DiagramShape shape, XElement element, string name)
    {
        var kind = element.Name.LocalName;
        var centre = shape.Bounds.Centre;
        var radius = shape.Bounds.Width / 2;
        var isThrown = kind is "endEvent" or "intermediateThrowEvent";
        var line = IsInterrupting(element) ? "box" : "box dashed";
        yield return Svg.Circle(centre, radius, kind == "endEvent" ? "box thick" : line);
        if (kind is "intermediateCatchEvent" or "intermediateThrowEvent" or "boundaryEvent")
        {
            yield return Svg.Circle(centre, radius - 3, line);
        }

        if (SignOf(element) is { } sign)
        {
            var isFilled = isThrown && sign is not ("timerEventDefinition" or "conditionalEventDefinition");
            yield return Svg.Icon(Icons.Events[sign], centre, radius / 18, isFilled ? "line solid" : "line");
        }

        if (name.Length > 0)
        {
            yield return OutsideLabel.Below(shape, name);
        }
    }

    private static bool IsInterrupting(XElement element) =>
        (string?)element.Attribute("cancelActivity") is not ("false" or "0") && (string?)element.Attribute("isInterrupting") is not ("false" or "0");

    private static string? SignOf(XElement element)
    {
        var definitions = element.Elements()
            .Select(child => child.Name.LocalName)
            .Where(name => name == "eventDefinitionRef" || Icons.Events.ContainsKey(name))
            .ToList();
        return definitions switch
        {
            [] => null,
            [var one] when one != "eventDefinitionRef" => one,
            _ => (string?)element.Attribute("parallelMultiple") is "true" or "1" ? "parallelMultiple" : "multiple",
        };
    }
}
