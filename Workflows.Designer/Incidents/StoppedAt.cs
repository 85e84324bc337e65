using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;
using Workflows.Engine.Lookup;

namespace Workflows.Designer.Incidents;

/// <summary>Where an incident stopped a case, and which ways lead on.</summary>
/// <param name="ElementName">The name of the element, or its id where it has none.</param>
/// <param name="IsPassable">Whether the element can be left out: something stands still there, or a call was given up.</param>
/// <param name="Flows">The ways out of a gateway, by id, with the name of the way or of where it leads; empty at other elements.</param>
public sealed record StoppedAt(Case Case, string ServiceName, Incident Incident, string ElementName, bool IsPassable, IReadOnlyList<KeyValuePair<string, string>> Flows)
{
    /// <summary>Null where the case has no such incident (any longer).</summary>
    public static StoppedAt? Of(CaseView view, int incidentId)
    {
        if (view.Case.Incidents.GetValueOrDefault(incidentId) is not { } incident)
        {
            return null;
        }

        var place = view.Case.Instances.GetValueOrDefault(incident.InstanceId) is { } instance
            ? view.Definitions.Processes[instance.ProcessId].FindPlace(incident.ElementId)
            : view.Definitions.Processes.Values.Select(process => process.FindPlace(incident.ElementId)).FirstOrDefault(found => found is not null);
        var flows = place?.Node is Gateway gateway
            ? gateway.Outgoing.Select(id => KeyValuePair.Create(id, FlowName(place.Content, id))).ToList()
            : [];
        return new StoppedAt(view.Case, view.Definitions.Service.Name, incident, place?.Node.Label ?? incident.ElementId, incident.InstanceId == 0 || place is not null, flows);
    }

    private static string FlowName(FlowScope content, string id)
    {
        var flow = content.Flow(id);
        var target = content.Node(flow.TargetId).Label;
        return string.IsNullOrWhiteSpace(flow.Name) ? target : $"{flow.Name}（{target}）";
    }
}
