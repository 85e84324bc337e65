using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Versions;

/// <summary>Finds the place of each living element and token of a case in the new version.</summary>
internal sealed class MovedScopes
{
    private readonly Case state;
    private readonly DefinitionSet from;
    private readonly DefinitionSet to;
    private readonly MigrationInstructions instructions;
    private readonly Dictionary<int, ElementInstance> instances = [];
    private readonly List<FlowToken> tokens = [];

    public MovedScopes(Case state, DefinitionSet from, DefinitionSet to, MigrationInstructions instructions)
    {
        (this.state, this.from, this.to, this.instructions) = (state, from, to, instructions);
        foreach (var instance in state.Instances.Values)
        {
            if (Moved(instance) is { } moved)
            {
                instances[instance.Id] = moved;
            }
        }

        foreach (var token in state.Tokens.Values)
        {
            Move(token);
        }
    }

    public List<MigrationObstacle> Obstacles { get; } = [];

    public IReadOnlyList<FlowToken> Tokens => tokens;

    /// <summary>The living elements by id, those that could be placed.</summary>
    public IReadOnlyDictionary<int, ElementInstance> Instances => instances;

    public ElementInstance? Find(int instanceId) => instances.GetValueOrDefault(instanceId);

    /// <summary>The node of a moved element; null for a process at the top.</summary>
    public FlowNode? NodeOf(ElementInstance moved) => moved.ScopeId is null ? null : to.Processes[moved.ProcessId].Place(moved.ElementId).Node;

    /// <summary>The process and the content inside a moved element.</summary>
    public (string ProcessId, FlowScope Content)? ContentOf(ElementInstance moved) => NodeOf(moved) switch
    {
        null => (moved.ProcessId, to.Processes[moved.ProcessId].Definition.Content),
        CallActivity { CalledElement: { } called } when to.Processes.ContainsKey(called) => (called, to.Processes[called].Definition.Content),
        SubProcess sub => (moved.ProcessId, sub.Content),
        _ => null,
    };

    /// <summary>The process of the new version that stands for one of the old around an element.</summary>
    public string ProcessFor(string oldProcessId, ElementInstance moved) =>
        state.Instances[moved.Id].ProcessId == oldProcessId ? moved.ProcessId : ContentOf(moved)?.ProcessId ?? moved.ProcessId;

    private ElementInstance? Moved(ElementInstance instance)
    {
        if (instance.ScopeId is not { } scopeId)
        {
            return Root(instance);
        }

        if (instance.ReturnsTo is { } waiting)
        {
            return Obstructed(instance.ElementId, $"Expected no step to be on its way back, but '{instance.ElementId}' comes straight back to work item '{waiting}'.");
        }

        // Where the scope has no place, that is told, and what is inside it is not told again.
        if (Find(scopeId) is not { } scope || Around(instance, scope) is not { } around)
        {
            return null;
        }

        var target = instance.LoopCounter is null ? instructions.Target(instance.ProcessId, instance.ElementId) : scope.ElementId;
        var node = around.Content.FindNode(target);
        if (node is null)
        {
            return Obstructed(instance.ElementId, $"Expected the case, which stands at '{instance.ElementId}', to find '{target}' in '{scope.ElementId}' of version {to.Service.Version}, but it is not there.");
        }

        var old = from.Processes[instance.ProcessId].Place(instance.ElementId).Node;
        if (Difference(old, node) is { } difference)
        {
            return Obstructed(instance.ElementId, $"Expected '{node.Id}' of version {to.Service.Version} to be what '{old.Id}' is, where the case stands, but {difference}.");
        }

        return instance with
        {
            ProcessId = around.ProcessId,
            ElementId = node.Id,
            FlowsSeen = instance.FlowsSeen.Count == 0
                ? instance.FlowsSeen
                : [.. instance.FlowsSeen.Select(flow => instructions.Target(instance.ProcessId, flow)).Intersect(node.Incoming)],
        };
    }

    private ElementInstance? Root(ElementInstance instance)
    {
        var process = to.Processes.ContainsKey(instance.ProcessId) ? instance.ProcessId
            : instance.ProcessId == from.MainProcessId ? to.MainProcessId
            : null;
        return process is null
            ? Obstructed(instance.ProcessId, $"Expected process '{instance.ProcessId}', which the case runs, in version {to.Service.Version}, but it is not there.")
            : instance with { ProcessId = process, ElementId = process };
    }

    // A repetition stands in the element that holds the repetitions, and has its place there.
    private (string ProcessId, FlowScope Content)? Around(ElementInstance instance, ElementInstance scope)
    {
        if (instance.LoopCounter is not null)
        {
            return (scope.ProcessId, to.Processes[scope.ProcessId].Place(scope.ElementId).Content);
        }

        if (ContentOf(scope) is { } content)
        {
            return content;
        }

        Obstructed(scope.ElementId, $"Expected '{scope.ElementId}' of version {to.Service.Version} to call a process that there is, because the case is in it, but it does not.");
        return null;
    }

    private static string? Difference(FlowNode old, FlowNode node) => (old, node) switch
    {
        _ when old.GetType() != node.GetType() => $"it is {node.GetType().Name} and not {old.GetType().Name}",
        (SubProcess { TriggeredByEvent: var before }, SubProcess { TriggeredByEvent: var after }) when before != after => "only one of them is an event sub-process",
        (Activity one, Activity other) when one.Loop?.GetType() != other.Loop?.GetType()
            || (one.Loop is MultiInstance { IsSequential: var sequential } && other.Loop is MultiInstance multiple && multiple.IsSequential != sequential) => "it repeats in another way",
        _ => null,
    };

    private void Move(FlowToken token)
    {
        if (Find(token.ScopeId) is not { } scope || ContentOf(scope) is not { } around)
        {
            return;
        }

        var oldProcess = OldContentProcess(state.Instances[token.ScopeId]);
        var target = instructions.Target(oldProcess, token.FlowId);
        if (around.Content.Flows.Any(flow => flow.Id == target))
        {
            tokens.Add(token with { FlowId = target });
        }
        else
        {
            Obstructed(token.FlowId, $"Expected sequence flow '{token.FlowId}', on which a token waits, to be '{target}' in version {to.Service.Version}, but there is no such flow in '{scope.ElementId}'.");
        }
    }

    private string OldContentProcess(ElementInstance scope) =>
        scope.ScopeId is not null && from.Processes[scope.ProcessId].Place(scope.ElementId).Node is CallActivity { CalledElement: { } called } ? called : scope.ProcessId;

    private ElementInstance? Obstructed(string elementId, string message)
    {
        Obstacles.Add(new MigrationObstacle(elementId, message));
        return null;
    }
}
