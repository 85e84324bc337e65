using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Workflows.Definitions.Processes.Reading;

/// <summary>A BPMN document while it is read: its elements by id, and the errors found so far.</summary>
internal sealed class BpmnFile
{
    /// <summary>A file that is wrong everywhere is no BPMN file: more errors than this help nobody.</summary>
    private const int MostErrors = 100;

    private readonly string source;
    private readonly string? targetNamespace;
    private readonly XElement? definitions;
    private readonly Dictionary<string, XElement> elements = new(StringComparer.Ordinal);
    private readonly List<DefinitionError> errors = [];

    public BpmnFile(XDocument document, string source)
    {
        this.source = source;
        var root = document.Root!;
        if (root.Name != Bpmn.Model + "definitions")
        {
            Report(root, $"Expected a BPMN 2.0 file with 'definitions' of {Bpmn.Model.NamespaceName}, but its root is '{root.Name.LocalName}' of '{root.Name.NamespaceName}'.");
            return;
        }

        definitions = root;
        targetNamespace = (string?)root.Attribute("targetNamespace");
        foreach (var element in root.DescendantsAndSelf())
        {
            Register(element);
        }
    }

    public bool HasDefinitions => definitions is not null;

    public IReadOnlyList<DefinitionError> Errors => errors;

    /// <summary>The elements of this name directly under <c>definitions</c>.</summary>
    public IEnumerable<XElement> Roots(string name) => definitions!.Elements(Bpmn.Model + name);

    public XElement? Find(string id) => elements.GetValueOrDefault(id);

    public void Report(XObject at, string message)
    {
        if (errors.Count == MostErrors)
        {
            return;
        }

        var line = (IXmlLineInfo)at;
        errors.Add(new DefinitionError(source, line.LineNumber, line.LinePosition, Owner(at), message));
    }

    /// <summary>The element's id; an error and an empty text where it has none.</summary>
    public string RequiredId(XElement element)
    {
        var id = (string?)element.Attribute("id");
        if (string.IsNullOrEmpty(id))
        {
            Report(element, $"Expected '{element.Name.LocalName}' to have an id, but it has none.");
        }

        return id ?? "";
    }

    /// <summary>The id that an attribute refers to, without prefix; null where the attribute is absent.</summary>
    /// <param name="kinds">Names of the elements that may be referred to; empty for any.</param>
    public string? Reference(XElement element, string attribute, params ReadOnlySpan<string> kinds) =>
        element.Attribute(attribute) is { } reference ? Resolve(element, reference, attribute, reference.Value, kinds) : null;

    /// <summary>The id that an element's text refers to.</summary>
    public string TextReference(XElement reference, params ReadOnlySpan<string> kinds) =>
        Resolve(reference, reference, reference.Name.LocalName, reference.Value, kinds);

    public bool Flag(XElement element, string attribute, bool absent)
    {
        switch (element.Attribute(attribute))
        {
            case null:
                return absent;
            case { Value: "true" or "1" }:
                return true;
            case { Value: "false" or "0" }:
                return false;
            case var other:
                Report(other, $"Expected '{attribute}' to be true or false, but it is '{other.Value}'.");
                return absent;
        }
    }

    public int? Count(XElement element, string attribute)
    {
        if (element.Attribute(attribute) is not { } count)
        {
            return null;
        }

        if (int.TryParse(count.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Report(count, $"Expected '{attribute}' to be a whole number, but it is '{count.Value}'.");
        return null;
    }

    public Dictionary<string, EventReference> EventReferences(string name, string? codeAttribute)
    {
        var references = new Dictionary<string, EventReference>(StringComparer.Ordinal);
        foreach (var element in Roots(name))
        {
            var id = RequiredId(element);
            var code = codeAttribute is null ? null : (string?)element.Attribute(codeAttribute);
            references.TryAdd(id, new EventReference(id, (string?)element.Attribute("name"), code));
        }

        return references;
    }

    /// <summary>The trimmed text of a child element; null where it is absent or empty.</summary>
    public static string? Text(XElement element, string child) =>
        element.Element(Bpmn.Model + child)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The FEEL text of a child element, with or without a leading <c>=</c>.</summary>
    public static string? Feel(XElement element, string child) => Feel(Text(element, child));

    public static string? Feel(string? text) =>
        text?.Trim() is { Length: > 0 } trimmed && trimmed.TrimStart('=').Trim() is { Length: > 0 } feel ? feel : null;

    /// <summary>The local part of a qualified name.</summary>
    public static string? WithoutPrefix(string? name) =>
        name?.Trim() is { Length: > 0 } trimmed ? trimmed[(trimmed.IndexOf(':', StringComparison.Ordinal) + 1)..] : null;

    public static int Line(XElement element) => ((IXmlLineInfo)element).LineNumber;

    private void Register(XElement element)
    {
        if (element.Name.Namespace == Bpmn.Model && !Bpmn.Elements.Contains(element.Name.LocalName))
        {
            Report(element, $"Expected an element of BPMN 2.0, but '{element.Name.LocalName}' is none.");
        }

        var owned = element.Name.Namespace == Bpmn.Model || element.Name.Namespace == Bpmn.Diagram;
        if (!owned || (string?)element.Attribute("id") is not { Length: > 0 } id)
        {
            return;
        }

        if (!elements.TryAdd(id, element))
        {
            Report(element, $"Expected every id once, but '{id}' is also the id of the {elements[id].Name.LocalName} in line {Line(elements[id])}.");
        }
    }

    private string Resolve(XElement element, XObject at, string role, string text, ReadOnlySpan<string> kinds)
    {
        var name = text.Trim();
        if (elements.TryGetValue(name, out var target))
        {
            CheckKind(at, role, target, name, kinds);
            return name;
        }

        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var id = colon < 0 ? name : name[(colon + 1)..];
        if (elements.TryGetValue(id, out target))
        {
            CheckKind(at, role, target, id, kinds);
        }
        else if (colon < 0 || !IsForeign(element, name[..colon]))
        {
            Report(at, $"Expected '{role}' to refer to an element of the file, but there is no '{id}'.");
        }

        return id;
    }

    private void CheckKind(XObject at, string role, XElement target, string id, ReadOnlySpan<string> kinds)
    {
        if (!kinds.IsEmpty && !kinds.Contains(target.Name.LocalName))
        {
            Report(at, $"Expected '{role}' to refer to {string.Join(" or ", kinds.ToArray())}, but '{id}' is {target.Name.LocalName}.");
        }
    }

    private bool IsForeign(XElement element, string prefix) =>
        IsPrefix(prefix) && element.GetNamespaceOfPrefix(prefix) is { } space && space.NamespaceName != targetNamespace;

    private static bool IsPrefix(string prefix) => prefix.Length > 0 && XmlConvert.IsStartNCNameChar(prefix[0]) && prefix.All(XmlConvert.IsNCNameChar);

    private static string? Owner(XObject at) =>
        (at as XElement ?? at.Parent)?.AncestorsAndSelf().Select(element => (string?)element.Attribute("id")).FirstOrDefault(id => id is not null);
}
