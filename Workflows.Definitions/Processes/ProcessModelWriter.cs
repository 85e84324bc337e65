using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Workflows.Definitions.Processes;

/// <summary>How a file is written.</summary>
public enum ProcessModelForm
{
    /// <summary>As it was read: white space, prefixes and the order of attributes are kept.</summary>
    AsRead,

    /// <summary>Two models that mean the same give the same text: attributes sorted by name, indented by two spaces.</summary>
    /// <remarks>For version control and comparison. Texts, comments and the order of elements are kept.</remarks>
    Canonical,
}

/// <summary>Writes a BPMN file from the document that the model keeps, so that nothing that was read is lost.</summary>
public static class ProcessModelWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes UTF-8 without a byte order mark, lines ended by a line feed.</summary>
    public static void Write(ProcessModel model, Stream stream, ProcessModelForm form = ProcessModelForm.AsRead)
    {
        var canonical = form == ProcessModelForm.Canonical;
        var settings = new XmlWriterSettings
        {
            Encoding = Utf8,
            Indent = canonical,
            NewLineChars = "\n",
            // Else a line break in a name would come back as a blank.
            NewLineHandling = NewLineHandling.Entitize,
            CloseOutput = false,
        };
        using var writer = XmlWriter.Create(stream, settings);
        var document = canonical ? CanonicalXml.Of(model.Document) : model.Document;
        document.Save(writer);
    }

    public static string Write(ProcessModel model, ProcessModelForm form = ProcessModelForm.AsRead)
    {
        using var stream = new MemoryStream();
        Write(model, stream, form);
        return Utf8.GetString(stream.ToArray());
    }
}
