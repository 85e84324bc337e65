using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Numbering;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision;
using Workflows.Engine.Supervision.Heartbeat;

namespace Workflows.Engine.Handling;

/// <summary>One attempt to carry out a command: loads, decides, and has written what follows.</summary>
internal sealed class CaseAttempt(
    EngineDatabase database,
    CaseLoading cases,
    GroupCommit commit,
    DefinitionStore definitions,
    RuleBook book,
    WatchCount watched,
    CaseNumbering numbering,
    OutboxKinds outbox,
    CaseChanges changes,
    IOptions<HandlingOptions> options)
{
    /// <returns>Null where it has to be repeated: somebody else wrote the case meanwhile, or the database was away for a moment.</returns>
    public async Task<CommandResult?> Run(CommandEnvelope envelope, CancellationToken cancellation) =>
        (await cases.Find(envelope.CaseId, cancellation), envelope.Command) switch
        {
            (null, StartCase start) => await Start(envelope, start, cancellation),
            (null, _) => new CommandRejected(new Rejected(RejectionCode.NotFound, $"Expected a case '{envelope.CaseId}', but there is none.", envelope.CaseId)),
            ({ } found, _) => await GoOn(envelope, found, cancellation),
        };

    private async Task<CommandResult?> GoOn(CommandEnvelope envelope, LoadedCase found, CancellationToken cancellation)
    {
        var set = await definitions.Get(found.State.ServiceCode, found.State.ServiceVersion, cancellation);
        var next = envelope.Command is MigrateCase migrate ? await definitions.Find(found.State.ServiceCode, migrate.ToVersion, cancellation) : set;
        switch (envelope.Command is MigrateCase ? CaseDecider.Migrate(envelope, found.State, set, next) : CaseDecider.Decide(envelope, found.State, set))
        {
            case Accepted accepted:
                var entry = CaseEntry.Of(envelope, next!, (await book.InForce(cancellation)).Rules, found, accepted, outbox);
                return TooLarge(entry) ?? await Write(envelope, new CaseWrite(envelope.CaseId, entry.Rows), found.Sequence, () => Done(entry, accepted), cancellation);
            case Rejected rejected:
                await using (var db = database.Open())
                {
                    return await FirstAnswer.Find(db, envelope, cancellation) ?? new CommandRejected(rejected);
                }

            default:
                throw new UnreachableException();
        }
    }

    /// <remarks>A start decides while it is written, because only then it has its number; a refused one takes none.</remarks>
    private async Task<CommandResult?> Start(CommandEnvelope envelope, StartCase start, CancellationToken cancellation)
    {
        if (await definitions.Find(start.ServiceCode, start.ServiceVersion, cancellation) is not { } set)
        {
            return new CommandRejected(new Rejected(
                RejectionCode.UnknownService,
                $"Expected service '{start.ServiceCode}' in version {start.ServiceVersion}, but there is no such definition.",
                start.ServiceCode,
                start.ServiceVersion.ToString(CultureInfo.InvariantCulture)));
        }

        var rules = (await book.InForce(cancellation)).Rules;
        var series = numbering.SeriesOf(start.ServiceCode, RegionDay.Of(envelope.EnteredAt, set.Calendar));
        Func<CommandResult> written = () => throw new UnreachableException();
        return await Write(envelope, new CaseWrite(envelope.CaseId, series, Rows), 0, () => written(), cancellation);

        RowChanges? Rows(int serial)
        {
            var numbered = envelope with { Command = start with { Number = CaseNumbering.Number(series, serial) } };
            switch (CaseDecider.Decide(numbered, null, set))
            {
                case Accepted accepted:
                    var entry = CaseEntry.Of(numbered, set, rules, null, accepted, outbox);
                    var refused = TooLarge(entry);
                    written = () => refused ?? (CommandResult)Done(entry, accepted);
                    return refused is null ? entry.Rows : null;
                case Rejected rejected:
                    written = () => new CommandRejected(rejected);
                    return null;
                default:
                    throw new UnreachableException();
            }
        }
    }

    private async Task<CommandResult?> Write(CommandEnvelope envelope, CaseWrite write, int sequence, Func<CommandResult> written, CancellationToken cancellation)
    {
        try
        {
            await commit.Write(write);
            return written();
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            // Each database reports a lost race in its own way; what stands in the tables tells it in one.
            await using var db = database.Open();
            if (await FirstAnswer.Find(db, envelope, cancellation) is { } first)
            {
                return first;
            }

            var current = await db.Cases.Where(row => row.Id == envelope.CaseId).Select(row => row.Sequence).FirstOrDefaultAsync(cancellation);
            if (current == sequence && exception is not DbException { IsTransient: true })
            {
                throw;
            }

            return null;
        }
    }

    // Everybody who reads the case reads it whole: one command must not make it too large for all that follow.
    private CommandRejected? TooLarge(CaseEntry entry)
    {
        if (entry.EntrySize <= options.Value.LargestEntry)
        {
            return null;
        }

        var (size, most) = (Megabytes(entry.EntrySize), Megabytes(options.Value.LargestEntry));
        return new CommandRejected(new Rejected(
            RejectionCode.CommandTooLarge,
            $"Expected a command to case '{entry.After.State.Id}' to write at most {most} MB, but it would write {size} MB.",
            size,
            most));
    }

    private static string Megabytes(int bytes) => (bytes / 1024.0 / 1024).ToString("0.#", CultureInfo.InvariantCulture);

    private CommandAccepted Done(CaseEntry entry, Accepted accepted)
    {
        cases.Remember(entry.After, entry.Size);
        if (entry.EntrySize > 0)
        {
            watched.Judged();
            changes.Publish(new CaseChanged(accepted.Case.Id, accepted.Case.Number, entry.After.Sequence, entry.Departments));
        }

        return new CommandAccepted(accepted.Case, entry.After.Sequence, accepted.Events);
    }
}
