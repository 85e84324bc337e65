using System.Xml;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Services;

namespace Workflows.Definitions.Checks;

/// <summary>A BPMN file and what it belongs to. What is null is not known, and no rule judges by it.</summary>
public sealed record DefinitionUnderCheck(ProcessModel Model)
{
    private Dictionary<string, IXmlLineInfo>? places;

    /// <summary>The service whose process the file is.</summary>
    public ServiceDefinition? Service { get; init; }

    /// <summary>The library that the service and the called processes are in.</summary>
    public Library? Library { get; init; }

    /// <summary>Every process and sub-process of the file, the outer before the inner.</summary>
    public IEnumerable<ScopeUnderCheck> Scopes => Model.Processes.SelectMany(process => Inside(new ScopeUnderCheck(process, null, process.Content)));

    /// <summary>Every node of the file with the scope in which it stands.</summary>
    public IEnumerable<(FlowNode Node, ScopeUnderCheck Scope)> Nodes =>
        Scopes.SelectMany(scope => scope.Content.Nodes.Select(node => (node, scope)));

    /// <summary>The process that a call activity calls: of the file, else of the library's <c>shared/</c>.</summary>
    public ProcessDefinition? FindProcess(string id) => FindModel(id)?.Processes.FirstOrDefault(process => process.Id == id);

    /// <summary>The file of the process that a call activity calls.</summary>
    public ProcessModel? FindModel(string id) =>
        Model.Processes.Any(process => process.Id == id) ? Model : Library?.SharedProcesses.GetValueOrDefault(id);

    /// <summary>Where an element stands in its file, 1-based; 0 and 0 where the file has none of this id.</summary>
    public (int Line, int Column) PlaceOf(string? elementId) =>
        elementId is not null && Places.GetValueOrDefault(elementId) is { } place ? (place.LineNumber, place.LinePosition) : (0, 0);

    private Dictionary<string, IXmlLineInfo> Places => places ??= Model.Document.Descendants()
        .Where(element => element.Attribute("id") is not null)
        .DistinctBy(element => element.Attribute("id")!.Value)
        .ToDictionary(element => element.Attribute("id")!.Value, element => (IXmlLineInfo)element, StringComparer.Ordinal);

    private static IEnumerable<ScopeUnderCheck> Inside(ScopeUnderCheck scope) => scope.Content.Nodes.OfType<SubProcess>()
        .SelectMany(sub => Inside(new ScopeUnderCheck(scope.Process, sub, sub.Content)))
        .Prepend(scope);
}

/// <summary>A process, or a sub-process in it.</summary>
/// <param name="Owner">The sub-process; null for the process itself.</param>
public sealed record ScopeUnderCheck(ProcessDefinition Process, SubProcess? Owner, FlowScope Content)
{
    public string Id => Owner?.Id ?? Process.Id;

    public bool IsEventSubProcess => Owner is { TriggeredByEvent: true };

    public IEnumerable<SequenceFlow> Outgoing(FlowNode node) => node.Outgoing.Select(Content.Flow);

    public IEnumerable<SequenceFlow> Incoming(FlowNode node) => node.Incoming.Select(Content.Flow);
}
