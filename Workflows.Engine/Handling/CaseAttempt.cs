using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Numbering;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>One attempt to carry out a command: reads, decides, and writes in one transaction.</summary>
internal sealed class CaseAttempt(CommandEnvelope envelope, EngineDatabase database, DefinitionStore definitions, CaseNumbering numbering)
{
    /// <summary>The sequence that the attempt has read; 0 for a case that does not exist yet.</summary>
    public int Sequence { get; private set; }

    /// <summary>What to tell after the commit; null where nothing was stored.</summary>
    public CaseChanged? Change { get; private set; }

    /// <exception cref="DbUpdateException">Somebody else wrote the case meanwhile, or the database failed.</exception>
    public async Task<CommandResult> Run(EngineDb db, CancellationToken cancellation)
    {
        var row = await database.FindCase(db, envelope.CaseId);
        if (row is null)
        {
            return envelope.Command is StartCase start
                ? await Start(db, start, cancellation)
                : new CommandRejected(new Rejected(RejectionCode.NotFound, $"Expected a case '{envelope.CaseId}', but there is none.", envelope.CaseId));
        }

        Sequence = row.Sequence;
        var set = await definitions.Get(row.ServiceCode, row.ServiceVersion, cancellation);
        var state = await CaseState.Of(db, row, cancellation);
        return CaseDecider.Decide(envelope, state, set) switch
        {
            Accepted accepted => await Store(db, row, state, accepted, set, cancellation),
            Rejected rejected => await FirstAnswer.Find(db, envelope, cancellation) ?? new CommandRejected(rejected),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<CommandResult> Start(EngineDb db, StartCase start, CancellationToken cancellation)
    {
        if (await definitions.Find(start.ServiceCode, start.ServiceVersion, cancellation) is not { } set)
        {
            return new CommandRejected(new Rejected(
                RejectionCode.UnknownService,
                $"Expected service '{start.ServiceCode}' in version {start.ServiceVersion}, but there is no such definition.",
                start.ServiceCode,
                start.ServiceVersion.ToString(CultureInfo.InvariantCulture)));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var number = await numbering.Next(db, start.ServiceCode, RegionDay.Of(envelope.EnteredAt, set.Calendar), cancellation);
        switch (CaseDecider.Decide(envelope with { Command = start with { Number = number } }, null, set))
        {
            case Accepted accepted:
                var done = await Store(db, null, null, accepted, set, cancellation);
                await transaction.CommitAsync(cancellation);
                return done;
            case Rejected rejected:
                return new CommandRejected(rejected);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<CommandResult> Store(EngineDb db, CaseRow? row, Case? before, Accepted accepted, DefinitionSet set, CancellationToken cancellation)
    {
        var entry = new CaseEntry(db, envelope, set, before);
        if (row is not null && accepted.Events.Count == 0)
        {
            entry.LookAhead(row, accepted.Case);
            await db.SaveChangesAsync(cancellation);
            return new CommandAccepted(accepted.Case, Sequence, []);
        }

        await entry.Put(row, accepted, cancellation);
        await db.SaveChangesAsync(cancellation);
        Change = new CaseChanged(accepted.Case.Id, accepted.Case.Number, Sequence + 1, entry.Departments);
        return new CommandAccepted(accepted.Case, Sequence + 1, accepted.Events);
    }
}
