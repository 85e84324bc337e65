using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Lookup;

/// <summary>Finds cases for those who may see them.</summary>
public sealed class CaseReader(EngineDatabase database, DefinitionStore definitions, TimeProvider time)
{
    /// <summary>A case with its definitions; null where there is none or the actor may not see it.</summary>
    /// <exception cref="UnknownFormatException">A newer program has written the case.</exception>
    public async Task<CaseView?> Find(string caseId, Actor actor, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var row = await db.Cases.AsNoTracking().VisibleTo(actor, db).FirstOrDefaultAsync(found => found.Id == caseId, cancellation);
        return row is null ? null : await View(row, cancellation);
    }

    /// <summary>A case for its applicant, who knows its number and the last four characters of the id number; null where they do not fit.</summary>
    public async Task<CaseView?> FindPublic(string number, string lastFour, CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        var row = await db.Cases.AsNoTracking().FirstOrDefaultAsync(found => found.Number == number, cancellation);
        return row is not null && lastFour.Length == 4 && row.ApplicantIdNumber.EndsWith(lastFour, StringComparison.OrdinalIgnoreCase)
            ? await View(row, cancellation)
            : null;
    }

    /// <summary>The cases that the actor may see and that fit the search, newest first.</summary>
    public async Task<Page<CaseListRow>> Search(CaseSearch search, PageRequest page, Actor actor, CancellationToken cancellation = default)
    {
        var calendar = await definitions.Calendar(cancellation);
        var today = RegionDay.Of(time.GetUtcNow(), calendar);
        await using var db = database.Open();
        var found = search.Of(db.Cases.AsNoTracking().VisibleTo(actor, db), calendar, today);
        var rows = await found
            .OrderByDescending(row => row.ReceivedAt).ThenBy(row => row.Id)
            .Skip(page.Skipped).Take(page.Size)
            .Select(row => new { row.Id, row.Number, row.ServiceCode, row.ServiceName, row.Status, row.ApplicantName, row.Channel, row.ReceivedAt, row.EndedAt, row.DueOn, row.DueUnit })
            .ToListAsync(cancellation);
        var items = rows.Select(row => new CaseListRow(
            row.Id, row.Number, row.ServiceCode, row.ServiceName, row.Status, row.ApplicantName, row.Channel, row.ReceivedAt, row.EndedAt, Due.Of(row.DueOn, row.DueUnit, calendar, today)));
        return new Page<CaseListRow>([.. items], page.Number, page.Size, await found.CountAsync(cancellation));
    }

    private async Task<CaseView> View(CaseRow row, CancellationToken cancellation)
    {
        var set = await definitions.Get(row.ServiceCode, row.ServiceVersion, cancellation);
        var now = time.GetUtcNow();
        return new CaseView(StateFormats.Read(row.Id, row.StateFormat, row.State), row.Sequence, set, RegionDay.Of(now, set.Calendar), now);
    }
}

/// <summary>A case as it stands, with the definitions that it is bound to.</summary>
/// <param name="Sequence">The newest journal entry.</param>
/// <param name="Today">The day of reading, in the region.</param>
/// <param name="Now">The instant of reading; null for the end of the day.</param>
public sealed record CaseView(Case Case, int Sequence, DefinitionSet Definitions, DateOnly Today, DateTimeOffset? Now = null)
{
    public ClockReading Reading(Clock clock) => Now is { } now
        ? ClockReading.Of(clock, Definitions.CalendarOf(clock), now)
        : ClockReading.Of(clock, Definitions.CalendarOf(clock), Today);

    /// <summary>The working days that the case took so far, by whose time they were.</summary>
    public IReadOnlyDictionary<TimeOwner, decimal> TimeByOwner() => OwnerTime.Of(Case.Clocks.Values, Definitions.Calendar, Today);

    /// <summary>How the clock comes to its due day, day by day.</summary>
    public ClockExplanation Explain(Clock clock) => ClockExplanation.Of(clock, Reading(clock), Definitions.CalendarOf(clock));
}
