using System.Xml.Linq;

namespace Workflows.Definitions.Processes;

/// <summary>A BPMN 2.0 file: what the engine reads of it, and the whole of it as it was written.</summary>
/// <remarks>
/// <see cref="Document"/> keeps every element, attribute, extension and diagram shape of the file, so that writing loses nothing
/// that reading did not understand.
/// </remarks>
public sealed record ProcessModel
{
    /// <summary>The file's name for messages, relative to its library.</summary>
    public required string Source { get; init; }

    public required XDocument Document { get; init; }

    public IReadOnlyList<ProcessDefinition> Processes { get; init; } = [];

    public IReadOnlyList<Participant> Participants { get; init; } = [];

    public IReadOnlyList<MessageFlow> MessageFlows { get; init; } = [];

    public IReadOnlyDictionary<string, EventReference> Messages { get; init; } = new Dictionary<string, EventReference>();

    public IReadOnlyDictionary<string, EventReference> Signals { get; init; } = new Dictionary<string, EventReference>();

    public IReadOnlyDictionary<string, EventReference> Errors { get; init; } = new Dictionary<string, EventReference>();

    public IReadOnlyDictionary<string, EventReference> Escalations { get; init; } = new Dictionary<string, EventReference>();
}
