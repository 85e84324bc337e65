using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Diagrams.Drawing;

/// <summary>Draws activities: a rounded box with its kind, its name and how it repeats.</summary>
internal static class ActivityDrawing
{
    private const double Radius = 8;

    public static IEnumerable<XElement> Draw(DiagramShape shape, XElement element, string name)
    {
        var kind = element.Name.LocalName;
        var bounds = shape.Bounds;
        var isScope = kind is "subProcess" or "transaction" or "adHocSubProcess";
        var isExpanded = (isScope || kind == "callActivity") && shape.IsExpanded == true;
        var isEventSubProcess = (string?)element.Attribute("triggeredByEvent") is "true" or "1";
        yield return Svg.Rectangle(bounds, Radius, (kind == "callActivity" ? "box thick" : "box") + (isEventSubProcess ? " dotted" : "") + (isExpanded ? " scope" : ""));
        if (kind == "transaction")
        {
            yield return Svg.Rectangle(new(bounds.X + 3, bounds.Y + 3, bounds.Width - 6, bounds.Height - 6), Radius - 2, "line thin");
        }

        if (Icons.Tasks.TryGetValue(kind, out var sign))
        {
            yield return Svg.Icon(sign, new(bounds.X + 13, bounds.Y + 13), 0.8, kind == "sendTask" ? "line thin solid" : "line thin");
        }

        yield return isExpanded
            ? Svg.Text(LabelText.Lines(name, bounds.Width - 20, 1), new(bounds.Centre.X, bounds.Y + 14))
            : Svg.Text(LabelText.Lines(name, bounds.Width - 12, Math.Max(1, (int)((bounds.Height - 10) / LabelText.LineHeight))), bounds.Centre);
        foreach (var marker in Markers(element, isScope && !isExpanded).Index())
        {
            yield return Svg.Icon(Icons.Markers[marker.Item], new(bounds.Centre.X + (marker.Index * 18), bounds.Y + bounds.Height - 10), 0.8, "line thin");
        }
    }

    private static IEnumerable<string> Markers(XElement element, bool isCollapsed)
    {
        if (element.Element(Bpmn.Model + "standardLoopCharacteristics") is not null)
        {
            yield return "loop";
        }

        if (element.Element(Bpmn.Model + "multiInstanceLoopCharacteristics") is { } multiple)
        {
            yield return (string?)multiple.Attribute("isSequential") is "true" or "1" ? "sequential" : "parallel";
        }

        if ((string?)element.Attribute("isForCompensation") is "true" or "1")
        {
            yield return "compensation";
        }

        if (element.Name.LocalName == "adHocSubProcess")
        {
            yield return "adHoc";
        }

        if (isCollapsed)
        {
            yield return "collapsed";
        }
    }
}
