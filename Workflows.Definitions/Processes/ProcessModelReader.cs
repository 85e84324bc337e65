using System.Xml.Linq;
using Workflows.Definitions.Processes.Reading;
using Workflows.Definitions.Xml;

namespace Workflows.Definitions.Processes;

/// <summary>Reads a BPMN 2.0 file.</summary>
/// <remarks>
/// What the standard lets be absent may be absent: names, conditions, timers, references of event definitions, implementations,
/// <c>incoming</c> and <c>outgoing</c> (they are derived from the sequence flows). What contradicts the structure is refused, all of
/// it at once: duplicate ids, dangling references, elements that BPMN does not have, flows that leave their scope, boundary
/// events at something that is no activity. Foreign elements and attributes are kept and not looked at; those of
/// <see cref="ApprovalExtension.Namespace"/> have to be known.
/// </remarks>
public static class ProcessModelReader
{
    /// <param name="source">The file's name for messages.</param>
    /// <exception cref="DefinitionException">The file is not XML within the bounds, or its structure is wrong.</exception>
    public static ProcessModel Read(Stream stream, string source, XmlBounds? bounds = null) =>
        Read(BoundedXml.Load(stream, source, bounds), source);

    /// <param name="xml">The file's text, not its path.</param>
    /// <param name="source">The file's name for messages.</param>
    /// <exception cref="DefinitionException">The text is not XML within the bounds, or its structure is wrong.</exception>
    public static ProcessModel Read(string xml, string source, XmlBounds? bounds = null) =>
        Read(BoundedXml.Load(xml, source, bounds), source);

    private static ProcessModel Read(XDocument document, string source)
    {
        var file = new BpmnFile(document, source);
        if (!file.HasDefinitions)
        {
            throw new DefinitionException(file.Errors);
        }

        var processes = new ProcessReader(file);
        var collaboration = new CollaborationReader(file);
        var model = new ProcessModel
        {
            Source = source,
            Document = document,
            Messages = file.EventReferences("message", codeAttribute: null),
            Signals = file.EventReferences("signal", codeAttribute: null),
            Errors = file.EventReferences("error", "errorCode"),
            Escalations = file.EventReferences("escalation", "escalationCode"),
            Processes = [.. file.Roots("process").Select(processes.Read)],
            Participants = collaboration.Participants(),
            MessageFlows = collaboration.MessageFlows(),
        };

        return file.Errors.Count == 0 ? model : throw new DefinitionException(file.Errors);
    }
}
