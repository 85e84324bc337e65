using System.Text.Json;
using Workflows.Definitions.Calendars;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Journal;

namespace Workflows.Engine.Supervision.Alerts;

/// <summary>What a command on an alert changes: its row and its journal entry. Pure.</summary>
internal sealed record AlertEntry(AlertRow Row, AlertJournalRow Journal)
{
    /// <summary>The rows of a new alert.</summary>
    public static AlertEntry Raised(IReadOnlyList<AlertEvent> events, WorkingDayCalendar calendar)
    {
        var alert = AlertFolding.Replay(events);
        var journal = Entry(alert.Id, 1, "raise-alert", Actor.Engine.AccountId, alert.RaisedAt, events, JournalHash.Origin);
        var row = new AlertRow
        {
            Id = alert.Id,
            RuleId = alert.RuleId,
            Name = alert.Name,
            Family = alert.Family,
            Level = alert.Level,
            State = alert.State,
            IsOpen = alert.IsOpen,
            CaseId = alert.CaseId,
            CaseNumber = alert.CaseNumber,
            Matter = alert.Matter,
            MatterName = alert.MatterName,
            WorkItemId = alert.WorkItemId,
            Department = alert.Department,
            OfficerId = alert.Officer?.AccountId,
            OfficerName = alert.Officer?.Name,
            RaisedAt = alert.RaisedAt,
            IssuedAt = alert.IssuedAt,
            ReplyDueOn = null,
            NextDueAt = null,
            ChangedAt = alert.RaisedAt,
            Content = [],
            Sequence = 0,
            JournalHash = JournalHash.Origin,
        };
        Update(row, alert, journal, calendar);
        return new AlertEntry(row, journal);
    }

    /// <summary>The changed row, tracked by its context, and the new entry.</summary>
    public static AlertEntry Next(AlertRow row, Alert after, IReadOnlyList<AlertEvent> events, AlertCommand command, Actor actor, DateTimeOffset at, WorkingDayCalendar calendar)
    {
        var journal = Entry(row.Id, row.Sequence + 1, KindOf(command), actor.AccountId, at, events, row.JournalHash);
        Update(row, after, journal, calendar);
        return new AlertEntry(row, journal);
    }

    private static void Update(AlertRow row, Alert alert, AlertJournalRow journal, WorkingDayCalendar calendar)
    {
        row.State = alert.State;
        row.IsOpen = alert.IsOpen;
        row.IssuedAt = alert.IssuedAt;
        row.ReplyDueOn = alert.ReplyDueOn;
        row.NextDueAt = alert.ReplyDueOn is { } due ? RegionDay.Start(due.AddDays(1), calendar) : null;
        row.ChangedAt = journal.EnteredAt;
        row.Content = AlertJson.Write(alert);
        row.Sequence = journal.Sequence;
        row.JournalHash = journal.Hash;
    }

    private static AlertJournalRow Entry(string id, int sequence, string command, string actor, DateTimeOffset at, IReadOnlyList<AlertEvent> events, string previous) =>
        new AlertJournalRow
        {
            AlertId = id,
            Sequence = sequence,
            Command = command,
            ActorId = actor,
            EnteredAt = at,
            Events = AlertJson.Write(events),
            PreviousHash = previous,
        }.Hashed();

    private static string KindOf(AlertCommand command) => JsonNamingPolicy.KebabCaseLower.ConvertName(command.GetType().Name);
}
