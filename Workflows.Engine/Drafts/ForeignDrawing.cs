using System.Xml.Linq;
using Workflows.Definitions;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Xml;

namespace Workflows.Engine.Drafts;

/// <summary>A drawing that another tool wrote: all of it is kept, and what nobody here understands is named.</summary>
/// <param name="Xml">The whole file, in UTF-8.</param>
/// <param name="Foreign">What other makers added to BPMN, the most frequent first: it stays in the file and does nothing.</param>
public sealed record ForeignDrawing(string Xml, IReadOnlyList<ForeignPart> Foreign)
{
    private static readonly HashSet<XNamespace> Known =
    [
        XNamespace.None,
        XNamespace.Xmlns,
        XNamespace.Xml,
        "http://www.w3.org/2001/XMLSchema-instance",
        Bpmn.Model,
        Bpmn.Approval,
    ];

    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="DefinitionException">The file is no XML, no BPMN, has no diagram, or is larger than a draft may hold.</exception>
    public static ForeignDrawing Read(Stream content, string name)
    {
        var document = BoundedXml.Load(content, name, XmlBounds.Default with { Bytes = DraftBook.LargestFile });
        if (document.Root is not { } root || root.Name != Bpmn.Model + "definitions")
        {
            throw Refused(name, $"Expected BPMN definitions, but the file begins with '{document.Root?.Name.LocalName}'.");
        }

        if (root.Element(Bpmn.Diagram + "BPMNDiagram") is null)
        {
            throw Refused(name, "Expected a diagram to draw, but the file holds none.");
        }

        document.Declaration = null;
        return new ForeignDrawing($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{document.ToString(SaveOptions.DisableFormatting)}", [.. ForeignOf(root)]);
    }

    // What the root and the diagrams carry is about the tool and the look, and was never to run.
    private static IEnumerable<ForeignPart> ForeignOf(XElement root) => root.Elements()
        .Where(element => element.Name.Namespace != Bpmn.Diagram)
        .SelectMany(element => element.DescendantsAndSelf())
        .SelectMany(element => element.Attributes().Select(attribute => attribute.Name).Prepend(element.Name).Select(part => (Element: element, Name: part)))
        .Where(part => !Known.Contains(part.Name.Namespace))
        .GroupBy(part => $"{part.Element.GetPrefixOfNamespace(part.Name.Namespace) ?? part.Name.NamespaceName}:{part.Name.LocalName}")
        .Select(parts => new ForeignPart(parts.Key, parts.Count()))
        .OrderByDescending(part => part.Count)
        .ThenBy(part => part.Name, StringComparer.Ordinal);

    private static DefinitionException Refused(string name, string message) => new([new DefinitionError(name, 0, 0, null, message)]);
}

/// <summary>An element or attribute of another maker, e.g. <c>camunda:assignee</c>, and how often it is there.</summary>
public sealed record ForeignPart(string Name, int Count);
