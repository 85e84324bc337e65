using Workflows.Definitions.Calendars;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>A limit that reaches where no calendar does: refused to a person, an incident where the engine acts. Never a date that was guessed.</summary>
internal static class Uncounted
{
    public static Decision Of(CommandEnvelope envelope, Case? state, DefinitionSet definitions, CalendarRangeException missing)
    {
        if (envelope.Command is not ReachTime || state?.Instances.Values.FirstOrDefault() is not { } root)
        {
            return new Rejected(RejectionCode.CalendarMissing, missing.Message, missing.Message);
        }

        var burst = new Burst(state, definitions, envelope.HappenedAt, envelope.Actor);
        if (state.Incidents.Values.All(incident => incident.Message != missing.Message))
        {
            burst.Emit(new IncidentRaised(new Incident(burst.NextId, root.Id, root.ElementId, missing.Message, burst.Now)));
        }

        return new Accepted(burst.Events, burst.Case);
    }
}
