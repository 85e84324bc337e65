using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Answers a repeated command as it was answered the first time.</summary>
internal static class FirstAnswer
{
    /// <summary>The first answer; null where the case has accepted no command with this id.</summary>
    public static async Task<CommandResult?> Find(EngineDb db, CommandEnvelope envelope, CancellationToken cancellation)
    {
        var entry = await db.Journal.AsNoTracking().FirstOrDefaultAsync(
            row => row.CaseId == envelope.CaseId && row.CommandId == envelope.CommandId, cancellation);
        if (entry is null)
        {
            return null;
        }

        if (entry.Command != CommandKind.Of(envelope.Command) || entry.ActorId != envelope.Actor.AccountId)
        {
            return new CommandRejected(new Rejected(
                RejectionCode.Conflict,
                $"Expected command id '{envelope.CommandId}' to be new or to repeat its command, but it belongs to '{entry.Command}' of '{entry.ActorId}'.",
                envelope.CommandId));
        }

        var state = await CaseState.At(db, envelope.CaseId, entry.Sequence, cancellation);
        return new CommandAccepted(state, entry.Sequence, CaseJson.ReadEvents(entry.Events));
    }
}
