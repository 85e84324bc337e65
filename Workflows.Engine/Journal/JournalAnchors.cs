using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Numbering;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Journal;

/// <summary>Anchors the journals outside their cases: the ends of all chains, day by day, chained to each other.</summary>
/// <remarks>
/// The chain of a case tells that an entry was changed, but not that the newest were cut off together with what the case's row says. An
/// anchor knows how far the journal once went; a copy of the anchors that is kept elsewhere knows it even of a database rewritten whole.
/// </remarks>
public sealed class JournalAnchors(EngineDatabase database, DefinitionStore definitions, TimeProvider time)
{
    private const int EndsInAnAnchor = 10_000;

    /// <summary>Entries may bear an earlier time than the last anchor when they were still being written, or a clock was set back.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(2);

    /// <summary>Anchors what has changed since the last anchor; nothing where today has its anchor already.</summary>
    /// <returns>The numbers of the anchors taken.</returns>
    public Task<IReadOnlyList<int>> TakeDaily(CancellationToken cancellation = default) => Take(onceADay: true, cancellation);

    /// <summary>Anchors what has changed since the last anchor, now.</summary>
    /// <returns>The numbers of the anchors taken; there is one even where nothing has changed, as a sign that it was looked.</returns>
    public Task<IReadOnlyList<int>> Take(CancellationToken cancellation = default) => Take(onceADay: false, cancellation);

    /// <summary>All anchors in their order, as they are stored.</summary>
    public async IAsyncEnumerable<JournalAnchor> Read([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var db = database.Open();
        await foreach (var row in db.JournalAnchors.AsNoTracking().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return new JournalAnchor(row.Number, row.Day, row.TakenAt, AnchorText.ReadEnds(AnchorText.Decompress(row.Ends)), row.PreviousHash, row.Hash);
        }
    }

    /// <summary>Writes all anchors for keeping elsewhere.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> Export(TextWriter output, CancellationToken cancellation = default)
    {
        var count = 0;
        await foreach (var anchor in Read(cancellation))
        {
            await output.WriteAsync(AnchorText.Write(anchor.Number, anchor.Day, anchor.TakenAt, anchor.PreviousHash, AnchorText.Ends(anchor.Ends)).AsMemory(), cancellation);
            await output.WriteAsync($"hash {anchor.Hash}\n".AsMemory(), cancellation);
            count++;
        }

        return count;
    }

    private async Task<IReadOnlyList<int>> Take(bool onceADay, CancellationToken cancellation)
    {
        var calendar = await definitions.Calendar(cancellation);
        var now = time.GetUtcNow();
        var day = RegionDay.Of(now, calendar);
        await using var db = database.Open();
        var last = await Last(db, cancellation);
        if (onceADay && last?.Day == day)
        {
            return [];
        }

        // Read before the turn to write, which others wait for; what is added meanwhile is left to the next anchor.
        var ends = await Ends(db, last is null ? DateTimeOffset.MinValue : last.TakenAt - Overlap, cancellation);
        using var turn = await database.BeginWriting(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // The series is locked until the end of the transaction: nodes that come at once take turns, and the second finds the day done.
        await Series.Next(db, "anchors", cancellation);
        last = await Last(db, cancellation);
        if (onceADay && last?.Day == day)
        {
            return [];
        }

        var previous = last?.Hash ?? JournalHash.Origin;
        var number = last?.Number ?? 0;
        var taken = new List<int>();
        foreach (var part in ends.Chunk(EndsInAnAnchor).DefaultIfEmpty([]))
        {
            var text = AnchorText.Ends(part);
            var hash = AnchorText.Hash(AnchorText.Write(++number, day, now, previous, text));
            db.JournalAnchors.Add(new JournalAnchorRow
            {
                Number = number,
                Day = day,
                TakenAt = now,
                Count = part.Length,
                Ends = AnchorText.Compress(text),
                PreviousHash = previous,
                Hash = hash,
            });
            previous = hash;
            taken.Add(number);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return taken;
    }

    private static Task<JournalAnchorRow?> Last(EngineDb db, CancellationToken cancellation) =>
        db.JournalAnchors.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation);

    private static Task<List<JournalEnd>> Ends(EngineDb db, DateTimeOffset since, CancellationToken cancellation)
    {
        var changed = db.Journal.Where(row => row.EnteredAt >= since).GroupBy(row => row.CaseId)
            .Select(entries => new { CaseId = entries.Key, Sequence = entries.Max(entry => entry.Sequence) });
        return (
            from end in changed
            join entry in db.Journal on new { end.CaseId, end.Sequence } equals new { entry.CaseId, entry.Sequence }
            orderby entry.CaseId
            select new JournalEnd(entry.CaseId, entry.Sequence, entry.Hash)).ToListAsync(cancellation);
    }
}
