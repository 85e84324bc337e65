using System.Collections.Immutable;
using Workflows.Definitions.Processes;
using Workflows.Designer.Diagrams;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.Cases;

/// <summary>What the diagram of one process of a case shows: where the case has been, where it is, and what it leaves out.</summary>
/// <param name="ProcessId">The process that is drawn.</param>
/// <param name="States">By element or sequence flow.</param>
/// <param name="Tokens">How many times an element lives.</param>
/// <param name="Called">The processes that were called, by call activity: the instance whose diagram can be looked at.</param>
internal sealed record CaseDiagram(
    string ProcessId,
    IReadOnlyDictionary<string, DiagramState> States,
    IReadOnlyDictionary<string, int> Tokens,
    IReadOnlyDictionary<string, int> Called)
{
    /// <param name="history">All events of the case, in order.</param>
    /// <param name="frame">The call activity's instance whose called process is drawn; null for the case's own process.</param>
    public static CaseDiagram Of(IEnumerable<CaseEvent> history, Case state, DefinitionSet definitions, int? frame)
    {
        var past = CasePast.Of(history);
        var top = frame ?? past.Instances.Values.First(instance => instance.ScopeId is null && instance.ProcessId == definitions.MainProcessId).Id;
        var processId = frame is { } call
            ? ((CallActivity)definitions.Processes[past.Instances[call].ProcessId].Place(past.Instances[call].ElementId).Node).CalledElement!
            : definitions.MainProcessId;
        var inside = past.Instances.Values.Where(instance => instance.Id != top && past.FrameOf(instance) == top).ToList();
        var states = inside
            .GroupBy(instance => instance.ElementId)
            .ToDictionary(group => group.Key, group => StateOf(group.MaxBy(instance => instance.Id)!, state, past));
        foreach (var flow in past.Flows.Where(flow => past.FrameOfScope(flow.ScopeId) == top))
        {
            states[flow.FlowId] = DiagramState.Done;
        }

        foreach (var node in definitions.Processes[processId].Definition.Content.Descendants().Where(node => !states.ContainsKey(node.Id) && IsLeftOut(node, state, past)))
        {
            states[node.Id] = DiagramState.Skipped;
        }

        return new CaseDiagram(
            processId,
            states,
            inside.Where(instance => state.Instances.ContainsKey(instance.Id)).CountBy(instance => instance.ElementId).ToDictionary(),
            inside.Where(instance => past.Instances.Values.Any(other => other.ScopeId == instance.Id && other.ProcessId != instance.ProcessId))
                .GroupBy(instance => instance.ElementId)
                .ToDictionary(group => group.Key, group => group.Max(instance => instance.Id)));
    }

    private static DiagramState StateOf(ElementInstance instance, Case state, CasePast past)
    {
        if (!state.Instances.ContainsKey(instance.Id))
        {
            return past.Cancelled.Contains(instance.Id) ? DiagramState.Skipped : DiagramState.Done;
        }

        bool IsWithin(int id) => past.IsWithin(id, instance.Id);
        return state.Incidents.Values.Any(incident => IsWithin(incident.InstanceId)) ? DiagramState.Failed
            : state.WorkItems.Values.Any(item => item.State is WorkItemState.Suspended && IsWithin(item.InstanceId)) ? DiagramState.Returned
            : DiagramState.Active;
    }

    /// <summary>
    /// True for what the case never comes to: a matter that the answers do not call for, the way of handling a matter that was not
    /// chosen, and after the end whatever was not reached.
    /// </summary>
    private static bool IsLeftOut(FlowNode node, Case state, CasePast past) => state.Status is not CaseStatus.Running
        ? node is Activity
        : node.Approval.Matter is { } matter && !matter.StartsWith('=')
            && (!state.Matters.ContainsKey(matter) || past.Instances.Values.Any(instance => instance.Matter == matter));
}
