using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Watching;

namespace Workflows.Engine.Supervision;

/// <summary>The alerts that a command raises: rows that are written with it, in the same transaction, or not at all. Pure.</summary>
internal static class CaseAlerts
{
    /// <param name="sequence">The journal entry that tells of the command.</param>
    public static void Put(RowChanges rows, CommandEnvelope envelope, int sequence, Case? before, Accepted accepted, DefinitionSet definitions, SupervisionRules rules)
    {
        var entry = new WatchedEntry(sequence, CommandKind.Of(envelope.Command), envelope.Actor, envelope.HappenedAt, envelope.EnteredAt, before, accepted.Case, accepted.Events);
        foreach (var finding in CaseWatch.Of(entry, definitions, rules))
        {
            var alert = AlertEntry.Raised(AlertRaising.Of(finding, rules.Policy, definitions.Calendar, envelope.EnteredAt), definitions.Calendar);

            // The id is made from case, rule and subject: a repetition finds the alert there.
            rows.AddUnlessThere(alert.Row);
            rows.AddUnlessThere(alert.Journal);
        }
    }
}
