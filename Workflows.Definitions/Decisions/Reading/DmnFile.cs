using System.Xml;
using System.Xml.Linq;
using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions.Reading;

/// <summary>A DMN document under reading, and what is wrong with it so far.</summary>
internal sealed class DmnFile(XDocument document, string source)
{
    /// <summary>DMN 1.1 to 1.5, in order.</summary>
    private static readonly XNamespace[] Versions =
    [
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ];

    private readonly List<DefinitionError> _errors = [];
    private readonly XNamespace _dmn = document.Root!.Name.Namespace;

    public XElement Root => document.Root!;

    public string Source => source;

    public IReadOnlyList<DefinitionError> Errors => _errors;

    /// <summary>The imports of other models. Types of other languages are imported for tools; only DMN brings logic.</summary>
    public IEnumerable<XElement> ModelImports =>
        Children(Root, "import").Where(import => import.Attribute("importType")?.Value.Contains("DMN", StringComparison.Ordinal) == true);

    /// <summary>The namespace of a model by its root, or the one that an import names.</summary>
    public static string Namespace(XElement element) => element.Attribute("namespace")?.Value ?? "";

    /// <exception cref="DefinitionException">The root is not DMN's.</exception>
    public void RequireDefinitions()
    {
        if (!Versions.Contains(_dmn) || Root.Name.LocalName != "definitions")
        {
            Error(Root, $"Expected the root element 'definitions' of DMN 1.1 to 1.5, but found '{Root.Name.LocalName}' of '{_dmn.NamespaceName}'.");
            throw new DefinitionException(_errors);
        }
    }

    public IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements(_dmn + name);

    public XElement? Child(XElement parent, string name) => parent.Element(_dmn + name);

    /// <summary>The child elements of DMN's namespace.</summary>
    public IEnumerable<XElement> Children(XElement parent) => parent.Elements().Where(child => child.Name.Namespace == _dmn);

    public string? Text(XElement parent, string name) => Child(parent, name)?.Value;

    /// <summary>The element's name; an error where it has none.</summary>
    public string Name(XElement element)
    {
        var name = element.Attribute("name")?.Value.Trim();

        if (string.IsNullOrEmpty(name))
        {
            Error(element, $"Expected '{element.Name.LocalName}' to have a name, but it has none.");
        }

        return name ?? "";
    }

    public static string Id(XElement element) => element.Attribute("id")?.Value ?? "";

    public void Error(XObject place, string message)
    {
        var (line, column) = place is IXmlLineInfo info && info.HasLineInfo() ? (info.LineNumber, info.LinePosition) : (0, 0);
        _errors.Add(new DefinitionError(source, line, column, Owner(place), message));
    }

    /// <summary>A text that is no FEEL, told with its line in the file.</summary>
    public void Error(XElement text, FeelSyntaxException error)
    {
        var (line, column) = ((IXmlLineInfo)text).HasLineInfo() ? (((IXmlLineInfo)text).LineNumber, ((IXmlLineInfo)text).LinePosition) : (0, 0);

        // The element's own place is that of its name, "text"; a first line begins behind the angle bracket.
        var offset = error.Line > 1 ? error.Column : column + text.Name.LocalName.Length + error.Column;
        _errors.Add(new DefinitionError(source, line + error.Line - 1, offset, Owner(text), $"{error.Message} In: {Brief(text.Value)}"));
    }

    private static string Brief(string text) => text.Trim() is { Length: > 80 } longer ? longer[..77] + "..." : text.Trim();

    /// <summary>The id or name of the nearest element that has one.</summary>
    private static string? Owner(XObject place)
    {
        for (var element = place as XElement ?? place.Parent; element is not null; element = element.Parent)
        {
            if ((element.Attribute("id") ?? element.Attribute("name"))?.Value is { Length: > 0 } id)
            {
                return id;
            }
        }

        return null;
    }
}
