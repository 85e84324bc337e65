using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Supervision.Board;

/// <summary>Reads the live board (督办看板): what every department holds now, and how it stands with time.</summary>
public sealed class BoardReader(EngineDatabase database, CaseReader cases, DefinitionStore definitions, TimeProvider time)
{
    /// <summary>A row for each department that holds something, by code; a department's own people see only theirs.</summary>
    public async Task<IReadOnlyList<BoardRow>> Read(Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var open = Open(db, actor);
        var held = await open.GroupBy(item => item.Department)
            .Select(group => new { Department = group.Key, Items = group.Count(), Unclaimed = group.Count(item => item.State == WorkItemState.Offered), Waiting = group.Count(item => item.State == WorkItemState.Suspended) })
            .ToListAsync(cancellation);
        var carded = await Carded(open, Cards(db)).ToListAsync(cancellation);
        var worst = carded.GroupBy(card => (card.Department, card.CaseId, card.WorkItemId)).Select(group => (group.Key.Department, Level: group.Max(card => card.Level))).ToLookup(card => card.Department, StringComparer.Ordinal);
        return [..
            from row in held.OrderBy(row => row.Department, StringComparer.Ordinal)
            let levels = worst[row.Department].ToLookup(card => card.Level)
            let carrying = levels.Sum(cards => cards.Count())
            select new BoardRow(row.Department, row.Items, row.Items - carrying, levels[AlertLevel.Warning].Count(), levels[AlertLevel.Yellow].Count(), levels[AlertLevel.Red].Count(), row.Unclaimed, row.Waiting)];
    }

    /// <summary>Who holds what in a department now, the longest offered first.</summary>
    public async Task<Page<HeldItem>> Held(string department, AlertLevel? level, PageRequest page, Actor actor, CancellationToken cancellation = default)
    {
        var calendar = await definitions.Calendar(cancellation);
        var today = RegionDay.Of(time.GetUtcNow(), calendar);
        await using var db = database.Open();
        var open = Open(db, actor).Where(item => item.Department == department);
        var carded = Carded(open, Cards(db));
        if (level is { } wanted)
        {
            var ofLevel = carded.Where(card => card.Level == wanted);
            open = open.Where(item => ofLevel.Any(card => card.CaseId == item.CaseId && card.WorkItemId == item.WorkItemId));
        }

        var found = await open.OrderBy(item => item.OfferedAt).ThenBy(item => item.CaseId).ThenBy(item => item.WorkItemId)
            .Skip(page.Skipped).Take(page.Size)
            .Join(db.Cases, item => item.CaseId, row => row.Id, (item, row) => new { Item = item, Case = row })
            .AsNoTracking()
            .ToListAsync(cancellation);
        var items = new List<HeldItem>();
        foreach (var entry in found)
        {
            var state = (await cases.Find(entry.Item.CaseId, Actor.Engine, cancellation))!.Case;
            var cards = await carded.Where(card => card.CaseId == entry.Item.CaseId && card.WorkItemId == entry.Item.WorkItemId).Select(card => card.Level).ToListAsync(cancellation);
            items.Add(new HeldItem(
                entry.Item.CaseId,
                entry.Case.Number,
                entry.Case.ApplicantName,
                entry.Item.WorkItemId,
                entry.Item.Name,
                entry.Item.MatterName,
                entry.Item.State,
                entry.Item.HolderName,
                entry.Item.OfferedAt,
                HeldDays(state, entry.Item, calendar, today),
                Due.Of(entry.Item.DueOn, entry.Item.DueUnit, calendar, today),
                cards.Count == 0 ? null : cards.Max()));
        }

        return new Page<HeldItem>([.. items.OrderByDescending(item => item.Level).ThenByDescending(item => item.HeldDays)], page.Number, page.Size, await open.CountAsync(cancellation));
    }

    private static IQueryable<WorkItemRow> Open(EngineDb db, Actor actor)
    {
        var open = db.WorkItems.Where(item => item.EndedAt == null);
        return actor.Is(Role.Supervisor) || actor.Is(Role.Administrator) ? open
            : actor.Is(Role.DepartmentHead) ? open.Where(item => item.Department == actor.Department)
            : open.Where(_ => false);
    }

    /// <summary>The cards about time that are out.</summary>
    private static IQueryable<AlertRow> Cards(EngineDb db) =>
        db.Alerts.Where(alert => alert.Family == SupervisionFamily.Timeliness && alert.IssuedAt != null && alert.State != AlertState.Withdrawn);

    /// <summary>The cards of each step: for it, or for the matter whose step it is.</summary>
    private static IQueryable<CardOfItem> Carded(IQueryable<WorkItemRow> items, IQueryable<AlertRow> cards) =>
        from item in items
        join card in cards on item.CaseId equals card.CaseId
        where card.WorkItemId == item.WorkItemId || (card.Matter != null && card.Matter == item.Matter && card.Department == item.Department)
        select new CardOfItem { Department = item.Department, CaseId = item.CaseId, WorkItemId = item.WorkItemId, Level = card.Level };

    /// <summary>Working days since the step was offered, without those that a correction took.</summary>
    private static int HeldDays(Case state, WorkItemRow item, WorkingDayCalendar calendar, DateOnly today)
    {
        return Days(RegionDay.Of(item.OfferedAt, calendar), today) - state.Corrections.Values
            .Where(correction => correction.WorkItemId == item.WorkItemId)
            .Sum(correction => Days(RegionDay.Of(correction.RequestedAt, calendar), correction.AnsweredAt is { } at ? RegionDay.Of(at, calendar) : today));

        int Days(DateOnly from, DateOnly until) => until > from ? calendar.CountWorkingDays(from, until) : 0;
    }

    private sealed class CardOfItem
    {
        public required string Department { get; init; }

        public required string CaseId { get; init; }

        public required int WorkItemId { get; init; }

        public required AlertLevel Level { get; init; }
    }
}

/// <summary>What a department holds.</summary>
/// <param name="OnTime">Items without a card about time.</param>
/// <param name="Unclaimed">Items that nobody has taken yet.</param>
/// <param name="Waiting">Items that wait for the applicant.</param>
public sealed record BoardRow(string Department, int Items, int OnTime, int Warned, int Yellow, int Red, int Unclaimed, int Waiting);

/// <summary>An open step and who holds it.</summary>
/// <param name="HeldDays">Working days since it was offered, net of stops.</param>
/// <param name="Level">The gravest card that is out for it; null for none.</param>
public sealed record HeldItem(
    string CaseId,
    string CaseNumber,
    string ApplicantName,
    int WorkItemId,
    string Name,
    string? MatterName,
    WorkItemState State,
    string? HolderName,
    DateTimeOffset OfferedAt,
    int HeldDays,
    Due? Due,
    AlertLevel? Level);
