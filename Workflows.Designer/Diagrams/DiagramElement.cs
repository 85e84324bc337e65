using System.Xml.Linq;

namespace Workflows.Designer.Diagrams;

/// <summary>A named step of a diagram, for the list that tells in words what the drawing shows.</summary>
internal sealed record DiagramElement(string Id, string Name)
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>The named activities and events of a BPMN file, in document order.</summary>
    public static IReadOnlyList<DiagramElement> Read(string xml) =>
    [
        .. from element in XDocument.Parse(xml).Descendants()
           where element.Name.Namespace == Bpmn && IsStep(element.Name.LocalName)
           let id = (string?)element.Attribute("id")
           let name = (string?)element.Attribute("name")
           where id is not null && !string.IsNullOrWhiteSpace(name)
           select new DiagramElement(id, name.ReplaceLineEndings(" ")),
    ];

    private static bool IsStep(string localName) =>
        localName is "task" or "callActivity" or "subProcess" or "adHocSubProcess" or "transaction"
        || localName.EndsWith("Task", StringComparison.Ordinal)
        || localName.EndsWith("Event", StringComparison.Ordinal);
}
