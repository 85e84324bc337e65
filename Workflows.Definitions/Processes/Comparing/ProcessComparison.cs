using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Comparing;

/// <summary>Compares two versions of a process, element by element: an element is the same where its id is.</summary>
public static class ProcessComparison
{
    // What an element refers to by ids of the drawing shows at the other end already.
    private static readonly string[] NotCompared = ["incoming", "outgoing", "flowNodeRef", "laneSet", "childLaneSet"];

    /// <summary>What changed, in the order of the newer file; what is gone comes last.</summary>
    public static IReadOnlyList<ProcessChange> Compare(ProcessModel older, ProcessModel newer)
    {
        var (before, after) = (Elements(older.Document), Elements(newer.Document));
        var (placesBefore, placesAfter) = (Places(older.Document), Places(newer.Document));
        var (lanesBefore, lanesAfter) = (Lanes(older.Document), Lanes(newer.Document));
        return
        [
            .. from pair in after
               let old = before.GetValueOrDefault(pair.Key)
               let properties = old is null ? [] : Differences(Properties(old, lanesBefore), Properties(pair.Value, lanesAfter))
               let change = old is null ? ChangeKind.Added
                   : properties.Count > 0 ? ChangeKind.Changed
                   : placesBefore.GetValueOrDefault(pair.Key) != placesAfter.GetValueOrDefault(pair.Key) ? ChangeKind.Moved
                   : (ChangeKind?)null
               where change is not null
               select Change(change.Value, pair.Value, properties),
            .. from pair in before
               where !after.ContainsKey(pair.Key)
               select Change(ChangeKind.Removed, pair.Value, []),
        ];
    }

    private static ProcessChange Change(ChangeKind kind, XElement element, IReadOnlyList<PropertyChange> properties) =>
        new(kind, (string)element.Attribute("id")!, element.Name.LocalName, (string?)element.Attribute("name"), properties);

    private static Dictionary<string, XElement> Elements(XDocument document) => document.Descendants()
        .Where(element => element.Name.Namespace == Bpmn.Model && element.Attribute("id") is not null && IsDrawn(element))
        .DistinctBy(element => (string)element.Attribute("id")!)
        .ToDictionary(element => (string)element.Attribute("id")!, StringComparer.Ordinal);

    private static bool IsDrawn(XElement element) =>
        element.Name.LocalName is "lane" or "participant" or "messageFlow" or "sequenceFlow" or "textAnnotation" or "task" or "subProcess" or "transaction" or "adHocSubProcess" or "callActivity"
        || element.Name.LocalName.EndsWith("Task", StringComparison.Ordinal)
        || element.Name.LocalName.EndsWith("Event", StringComparison.Ordinal)
        || element.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal);

    private static Dictionary<string, string> Lanes(XDocument document) => document.Descendants(Bpmn.Model + "flowNodeRef")
        .Where(reference => reference.Parent?.Attribute("id") is not null)
        .GroupBy(reference => reference.Value.Trim(), reference => (string?)reference.Parent!.Attribute("name") ?? (string)reference.Parent.Attribute("id")!)
        .ToDictionary(lanes => lanes.Key, lanes => lanes.Last(), StringComparer.Ordinal);

    // Of a flow the way it takes on the paper is no more than its place.
    private static Dictionary<string, string> Places(XDocument document) => document.Descendants()
        .Where(element => element.Name.Namespace == Bpmn.Diagram && element.Attribute("bpmnElement") is not null && element.Name.LocalName == "BPMNShape")
        .GroupBy(shape => (string)shape.Attribute("bpmnElement")!)
        .ToDictionary(
            shapes => shapes.Key,
            shapes => string.Join(' ', shapes.First().Elements(Bpmn.Drawing + "Bounds").Attributes().Select(bound => $"{bound.Name.LocalName}={bound.Value}").Order(StringComparer.Ordinal)),
            StringComparer.Ordinal);

    private static SortedDictionary<string, string> Properties(XElement element, Dictionary<string, string> lanes)
    {
        var properties = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.LocalName != "id"))
        {
            properties[PropertyName.Of(attribute.Name.LocalName)] = attribute.Value;
        }

        foreach (var children in Parts(element).GroupBy(child => PropertyName.Of(child.Name.LocalName)))
        {
            properties[children.Key] = string.Join("；", children.Select(Text));
        }

        if (lanes.TryGetValue((string)element.Attribute("id")!, out var lane))
        {
            properties["lane"] = lane;
        }

        properties["kind"] = element.Name.LocalName;
        return properties;
    }

    private static IEnumerable<XElement> Parts(XElement element) => element.Elements()
        .SelectMany(child => child.Name.LocalName == "extensionElements" ? child.Elements() : [child])
        .Where(child => !NotCompared.Contains(child.Name.LocalName) && !(child.Name.Namespace == Bpmn.Model && IsDrawn(child)));

    private static string Text(XElement part) => string.Join(' ', part.DescendantsAndSelf()
        .SelectMany(element => element.Attributes().Where(attribute => attribute.Name.LocalName is not ("id" or "type") && !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Value)
            .Concat(element.HasElements || string.IsNullOrWhiteSpace(element.Value) ? [] : [element.Value.Trim()])));

    private static List<PropertyChange> Differences(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
    [
        .. from property in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
           let old = before.GetValueOrDefault(property)
           let now = after.GetValueOrDefault(property)
           where old != now
           select new PropertyChange(property, old, now),
    ];
}
