using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Handling;

/// <summary>Puts everything that an accepted command changes into a context: state, journal entry, projections, files and outbox.</summary>
internal sealed class CaseEntry(EngineDb db, CommandEnvelope envelope, DefinitionSet definitions, Case? before)
{
    private readonly CaseProjection projection = new(db, definitions, RegionDay.Of(envelope.EnteredAt, definitions.Calendar));

    public IReadOnlyCollection<string> Departments { get; private set; } = [];

    /// <summary>Puts the rows of the command; the caller saves them in one transaction.</summary>
    /// <param name="row">The case's row as it was read; null for a new case.</param>
    public async Task Put(CaseRow? row, Accepted accepted, CancellationToken cancellation)
    {
        var journal = Journal((row?.Sequence ?? 0) + 1, row?.JournalHash ?? JournalHash.Origin, accepted.Events);
        row ??= Add(accepted.Case);
        row.State = CaseJson.Write(accepted.Case);
        row.StateFormat = CaseJson.StateFormat;
        row.Sequence = journal.Sequence;
        row.JournalHash = journal.Hash;
        row.Status = accepted.Case.Status;
        row.EndedAt = accepted.Case.EndedAt;
        (row.DueOn, row.DueUnit) = projection.FirstDue(accepted.Case, _ => true);
        LookAhead(row, accepted.Case);
        db.Journal.Add(journal);
        db.Outbox.AddRange(CallsOutward(journal.Sequence, accepted.Events));
        Departments = projection.Write(before, accepted.Case);
        await PutFiles(accepted.Events, cancellation);
    }

    /// <summary>Notes when time alone will change the case next.</summary>
    /// <remarks>A case for which something is still due after its turn is left to the sweeper's lease: it is not asked again at once.</remarks>
    public void LookAhead(CaseRow row, Case state)
    {
        row.NextDueAt = projection.NextDueAt(state);
        row.SweptUntil = row.NextDueAt > envelope.EnteredAt ? null : row.SweptUntil;
    }

    private CaseRow Add(Case state) => db.Cases.Add(new CaseRow
    {
        Id = state.Id,
        Number = state.Number,
        ServiceCode = state.ServiceCode,
        ServiceVersion = state.ServiceVersion,
        ServiceName = definitions.Service.Name,
        Status = state.Status,
        ApplicantName = state.Applicant.Name,
        ApplicantIdNumber = state.Applicant.IdNumber,
        Channel = state.Channel,
        ReceivedAt = state.ReceivedAt,
        State = [],
        StateFormat = 0,
        Sequence = 0,
        JournalHash = JournalHash.Origin,
    }).Entity;

    private JournalRow Journal(int sequence, string previousHash, IReadOnlyList<CaseEvent> events)
    {
        var row = new JournalRow
        {
            CaseId = envelope.CaseId,
            Sequence = sequence,
            CommandId = envelope.CommandId,
            Command = CommandKind.Of(envelope.Command),
            ActorId = envelope.Actor.AccountId,
            Actor = CaseJson.Write(envelope.Actor),
            HappenedAt = envelope.HappenedAt,
            EnteredAt = envelope.EnteredAt,
            Events = CaseJson.Write(events),
            PreviousHash = previousHash,
        };
        row.Hash = JournalHash.Of(row);
        return row;
    }

    private IEnumerable<OutboxRow> CallsOutward(int sequence, IReadOnlyList<CaseEvent> events) =>
        from position in Enumerable.Range(0, events.Count)
        let kind = KindOutward(events[position])
        where kind is not null
        select new OutboxRow
        {
            CaseId = envelope.CaseId,
            Sequence = sequence,
            Kind = kind,
            Payload = CaseJson.Write(events[position]),
            IdempotencyKey = $"{envelope.CaseId}:{sequence}:{position}",
        };

    private static string? KindOutward(CaseEvent @event) => @event switch
    {
        ConnectorCalled => "connector-called",
        MessageThrown => "message-thrown",
        _ => null,
    };

    private async Task PutFiles(IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        var given = events.OfType<MaterialReceived>().Select(received => received.Material.FileId).ToHashSet(StringComparer.Ordinal);
        if (given.Count == 0)
        {
            return;
        }

        if (before is not null)
        {
            given.ExceptWith(await db.CaseFiles.Where(row => row.CaseId == envelope.CaseId).Select(row => row.FileId).ToListAsync(cancellation));
        }

        db.CaseFiles.AddRange(given.Select(id => new CaseFileRow { CaseId = envelope.CaseId, FileId = id }));
    }
}
