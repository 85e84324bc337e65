using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>Carries out commands on alerts: the row and its journal entry in one transaction.</summary>
/// <remarks>Alerts that a case's command raises are written with that command; this one writes all that comes after, and what no case raises.</remarks>
public sealed class AlertHandler(EngineDatabase database, RuleBook book, DefinitionStore definitions, CaseChanges changes, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Sends a command that happens now; answers <see cref="RejectionCode.Conflict"/> where others wrote the alert at every attempt.</summary>
    public async Task<AlertResult> Send(string alertId, Actor actor, AlertCommand command, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await Try(alertId, actor, command, cancellation) is { } result)
            {
                return result;
            }
        }

        return new AlertResult(null, new Rejected(
            RejectionCode.Conflict, $"Expected to write alert '{alertId}', but others wrote it at each of {Attempts} attempts.", alertId));
    }

    /// <summary>Writes an alert that no case raises, unless it is there.</summary>
    /// <returns>True where it is new.</returns>
    public async Task<bool> Raise(IReadOnlyList<AlertEvent> events, CancellationToken cancellation = default)
    {
        var entry = AlertEntry.Raised(events, await definitions.Calendar(cancellation));
        using (await database.BeginWriting(cancellation))
        {
            await using var db = database.Open();
            if (await db.Alerts.AnyAsync(row => row.Id == entry.Row.Id, cancellation))
            {
                return false;
            }

            db.Alerts.Add(entry.Row);
            db.AlertJournal.Add(entry.Journal);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
            {
                // Another node was quicker, or the database failed: only the first is told by the row.
                await using var fresh = database.Open();
                if (await fresh.Alerts.AnyAsync(row => row.Id == entry.Row.Id, cancellation))
                {
                    return false;
                }

                throw;
            }
        }

        Tell(entry.Row);
        return true;
    }

    private async Task<AlertResult?> Try(string alertId, Actor actor, AlertCommand command, CancellationToken cancellation)
    {
        var calendar = await definitions.Calendar(cancellation);
        var policy = (await book.InForce(cancellation)).Rules.Policy;
        using var turn = await database.BeginWriting(cancellation);
        await using var db = database.Open();
        if (await db.Alerts.FirstOrDefaultAsync(row => row.Id == alertId, cancellation) is not { } row)
        {
            return new AlertResult(null, new Rejected(RejectionCode.NotFound, $"Expected an alert '{alertId}', but there is none.", alertId));
        }

        var now = time.GetUtcNow();
        var alert = AlertJson.ReadAlert(row.Content);
        var decision = AlertDecider.Decide(command, alert, new AlertGround(actor, now, policy, calendar));
        if (decision.Rejection is not null || decision.Events.Count == 0)
        {
            return new AlertResult(decision.Rejection is null ? alert : null, decision.Rejection);
        }

        var after = decision.Events.Aggregate(alert, AlertFolding.Apply);
        db.AlertJournal.Add(AlertEntry.Next(row, after, decision.Events, command, actor, now, calendar).Journal);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }

        Tell(row);
        return new AlertResult(after, null);
    }

    private void Tell(AlertRow row) =>
        changes.Publish(new CaseChanged(row.CaseId ?? "", row.CaseNumber ?? "", row.Sequence, row.Department is { } department ? [department] : []));
}

/// <summary>The answer to a command on an alert.</summary>
/// <param name="Alert">The alert after the command; null where it was refused.</param>
public sealed record AlertResult(Alert? Alert, Rejected? Rejection);
