using System.Xml;
using System.Xml.Linq;

namespace Workflows.Definitions.Xml;

/// <summary>How large a document may be before it is refused.</summary>
/// <param name="Bytes">Size of the file; of a string, its length in characters.</param>
/// <param name="Depth">Elements inside one another.</param>
/// <param name="Nodes">Elements, attributes and texts together: what memory is spent on.</param>
public sealed record XmlBounds(int Bytes = 20 * 1024 * 1024, int Depth = 128, int Nodes = 1_000_000)
{
    public static readonly XmlBounds Default = new();
}

/// <summary>Reads XML from strangers into memory, in bounded time and memory.</summary>
/// <remarks>
/// A document type definition is refused, so there are no entities to expand and none to fetch. The encoding is UTF-8, or
/// what the byte order mark or the XML declaration says. White space and line numbers are kept.
/// </remarks>
public static class BoundedXml
{
    /// <exception cref="DefinitionException">The file is not well-formed XML, or lies beyond the bounds.</exception>
    public static XDocument Load(Stream stream, string source, XmlBounds? bounds = null)
    {
        bounds ??= XmlBounds.Default;
        var content = ReadAtMost(stream, bounds.Bytes, source);
        return Load(settings => XmlReader.Create(new MemoryStream(content, writable: false), settings), source, bounds);
    }

    /// <exception cref="DefinitionException">The text is not well-formed XML, or lies beyond the bounds.</exception>
    public static XDocument Load(string xml, string source, XmlBounds? bounds = null)
    {
        bounds ??= XmlBounds.Default;
        return xml.Length > bounds.Bytes
            ? throw TooLarge(source, bounds.Bytes)
            : Load(settings => XmlReader.Create(new StringReader(xml), settings), source, bounds);
    }

    private static XDocument Load(Func<XmlReaderSettings, XmlReader> open, string source, XmlBounds bounds)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = bounds.Bytes,
        };
        try
        {
            using (var reader = open(settings))
            {
                RefuseBeyondBounds(reader, source, bounds);
            }

            using (var reader = open(settings))
            {
                return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            }
        }
        catch (XmlException error)
        {
            throw Refused(source, error.LineNumber, error.LinePosition, $"Expected well-formed XML, but: {error.Message}");
        }
    }

    private static void RefuseBeyondBounds(XmlReader reader, string source, XmlBounds bounds)
    {
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth > bounds.Depth)
            {
                throw Refused(source, Line(reader), Column(reader), $"Expected at most {bounds.Depth} elements inside one another, but there are more.");
            }

            if (nodes > bounds.Nodes)
            {
                throw Refused(source, Line(reader), Column(reader), $"Expected at most {bounds.Nodes} elements, attributes and texts, but there are more.");
            }
        }
    }

    private static byte[] ReadAtMost(Stream stream, int bytes, string source)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > bytes)
            {
                throw TooLarge(source, bytes);
            }
        }

        return content.ToArray();
    }

    private static int Line(XmlReader reader) => (reader as IXmlLineInfo)?.LineNumber ?? 0;

    private static int Column(XmlReader reader) => (reader as IXmlLineInfo)?.LinePosition ?? 0;

    private static DefinitionException TooLarge(string source, int bytes) =>
        Refused(source, 0, 0, $"Expected a file of at most {bytes / 1024} KB, but it is larger.");

    private static DefinitionException Refused(string source, int line, int column, string message) =>
        new([new DefinitionError(source, line, column, null, message)]);
}
