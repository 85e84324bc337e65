using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Journal;
using Workflows.Engine.Messages;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision;

namespace Workflows.Engine.Handling;

/// <summary>What an accepted command changes: state, journal entry, projections, files and outbox, as rows. Pure.</summary>
internal sealed class CaseEntry
{
    private readonly CommandEnvelope envelope;
    private readonly DefinitionSet definitions;
    private readonly LoadedCase? before;
    private readonly CaseProjection projection;

    /// <param name="before">The case as it was loaded; null for a new case.</param>
    private CaseEntry(CommandEnvelope envelope, DefinitionSet definitions, LoadedCase? before, Case after)
    {
        (this.envelope, this.definitions, this.before) = (envelope, definitions, before);
        projection = new CaseProjection(Rows, definitions, after, RegionDay.Of(envelope.EnteredAt, definitions.Calendar));
        After = new LoadedCase(after, before?.Sequence ?? 0, before?.JournalHash ?? JournalHash.Origin);
    }

    public RowChanges Rows { get; } = new();

    /// <summary>The case as it stands once the rows are written.</summary>
    public LoadedCase After { get; private set; }

    /// <summary>The departments that take part in the case.</summary>
    public IReadOnlyCollection<string> Departments { get; private set; } = [];

    /// <summary>The size of the case's state as it is stored.</summary>
    public int Size { get; private set; }

    /// <summary>The size of the journal entry's events as JSON; 0 where nothing happened and only time was looked at.</summary>
    public int EntrySize { get; private set; }

    public static CaseEntry Of(CommandEnvelope envelope, DefinitionSet definitions, SupervisionRules rules, LoadedCase? before, Accepted accepted, OutboxKinds outbox)
    {
        var entry = new CaseEntry(envelope, definitions, before, accepted.Case);
        if (before is null || accepted.Events.Count > 0)
        {
            entry.Put(accepted, rules, outbox);
        }
        else
        {
            entry.PutCase();
        }

        return entry;
    }

    private void Put(Accepted accepted, SupervisionRules rules, OutboxKinds outbox)
    {
        var journal = Journal(accepted.Events);
        EntrySize = journal.Events.Length;
        After = After with { Sequence = journal.Sequence, JournalHash = journal.Hash };
        PutCase();
        Rows.Add(journal);
        Departments = projection.Write(before?.State);
        foreach (var received in accepted.Events.OfType<MaterialReceived>())
        {
            Rows.AddUnlessThere(new CaseFileRow { CaseId = envelope.CaseId, FileId = received.Material.FileId });
        }

        if (envelope.Command is DeliverMessage { Key: { } key })
        {
            Rows.Add(new MessageDeliveryRow { Key = key, CaseId = envelope.CaseId });
        }

        foreach (var call in CallsOutward(journal.Sequence, accepted.Events, outbox))
        {
            Rows.Add(call);
        }

        CaseAlerts.Put(Rows, envelope, journal.Sequence, before?.State, accepted, definitions, rules);
    }

    /// <remarks>A case for which something is still due after its turn is left to the sweeper's lease: it is not asked again at once.</remarks>
    private void PutCase()
    {
        var row = CaseRow();
        Size = row.State.Length;
        if (before is null)
        {
            Rows.Add(row);
        }
        else
        {
            Rows.Change(row, before.Sequence, except: row.NextDueAt <= envelope.EnteredAt ? nameof(row.SweptUntil) : null);
        }
    }

    private CaseRow CaseRow()
    {
        var state = After.State;
        var (dueOn, dueUnit) = projection.FirstDue();
        return new CaseRow
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
            EndedAt = state.EndedAt,
            OpenIncidents = state.Incidents.Count,
            State = CaseJson.Pack(state),
            StateFormat = StateFormats.Current,
            Sequence = After.Sequence,
            JournalHash = After.JournalHash,
            DueOn = dueOn,
            DueUnit = dueUnit,
            NextDueAt = projection.NextDueAt(),
        };
    }

    private JournalRow Journal(IReadOnlyList<CaseEvent> events)
    {
        var row = new JournalRow
        {
            CaseId = envelope.CaseId,
            Sequence = After.Sequence + 1,
            CommandId = envelope.CommandId,
            Command = CommandKind.Of(envelope.Command),
            ActorId = envelope.Actor.AccountId,
            Actor = CaseJson.Write(envelope.Actor),
            HappenedAt = envelope.HappenedAt,
            EnteredAt = envelope.EnteredAt,
            Events = CaseJson.Write(events),
            PreviousHash = After.JournalHash,
        };
        row.Hash = JournalHash.Of(row);
        return row;
    }

    private IEnumerable<OutboxRow> CallsOutward(int sequence, IReadOnlyList<CaseEvent> events, OutboxKinds outbox) =>
        from position in Enumerable.Range(0, events.Count)
        let kind = outbox.Of(events[position])
        where kind is not null
        select new OutboxRow
        {
            CaseId = envelope.CaseId,
            Sequence = sequence,
            Kind = kind,
            Payload = CaseJson.Write(events[position]),
            IdempotencyKey = $"{envelope.CaseId}:{sequence}:{position}",
        };
}
