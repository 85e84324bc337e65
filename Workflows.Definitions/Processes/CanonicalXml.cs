using System.Xml.Linq;

namespace Workflows.Definitions.Processes;

/// <summary>Puts a document into the form in which equal documents are equal texts.</summary>
internal static class CanonicalXml
{
    public static XDocument Of(XDocument document) =>
        new(new XDeclaration("1.0", "UTF-8", null), document.Nodes().Select(Of).OfType<XNode>());

    private static XNode? Of(XNode node) => node switch
    {
        XElement element => Of(element),
        XText text => Of(text),
        XComment comment => new XComment(comment),
        XProcessingInstruction instruction => new XProcessingInstruction(instruction),
        _ => null,
    };

    private static XElement Of(XElement element) => new(
        element.Name,
        element.Attributes()
            .OrderBy(attribute => !attribute.IsNamespaceDeclaration)
            .ThenBy(attribute => attribute.Name.NamespaceName, StringComparer.Ordinal)
            .ThenBy(attribute => attribute.Name.LocalName, StringComparer.Ordinal),
        element.Nodes().Select(Of).OfType<XNode>());

    /// <summary>White space between elements is layout, white space beside text or alone in an element is content.</summary>
    private static XText? Of(XText text) =>
        string.IsNullOrWhiteSpace(text.Value) && text.Parent?.Elements().Any() == true ? null : new XText(text.Value);
}
