using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Journal;

/// <summary>Checks all journals and all anchors.</summary>
public sealed class JournalAudit(EngineDatabase database, JournalAnchors anchors)
{
    private const int CasesAtOnce = 200;

    /// <summary>Checks every journal from its first entry to its last, every case against its journal, and every anchor against the journals.</summary>
    /// <param name="kept">Anchors of a copy that was kept elsewhere; none where there is no copy.</param>
    /// <param name="chainsOnly">True to check hashes, chains and anchors, and not whether a case is the fold of its journal.</param>
    public async Task<AuditReport> Run(IReadOnlyList<JournalAnchor> kept, bool chainsOnly = false, CancellationToken cancellation = default)
    {
        var faults = new ConcurrentBag<AuditFault>();
        long cases = 0, entries = 0;
        await Parallel.ForEachAsync(
            Pages(cancellation),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation },
            (page, _) =>
            {
                foreach (var (state, rows) in page)
                {
                    var verdict = JournalCheck.Of(rows, state, folds: !chainsOnly);
                    Interlocked.Increment(ref cases);
                    Interlocked.Add(ref entries, verdict.Entries);
                    if (!verdict.IsIntact)
                    {
                        faults.Add(new AuditFault(state?.Id ?? rows[0].CaseId, verdict.BrokenAt, null, verdict.Reason!));
                    }
                }

                return ValueTask.CompletedTask;
            });
        var counted = await CheckAnchors(kept, faults, cancellation);
        return new AuditReport(cases, entries, counted, [.. faults.OrderBy(fault => fault.Anchor).ThenBy(fault => fault.CaseId, StringComparer.Ordinal)]);
    }

    /// <summary>All cases with their journals, by the order of their ids, some at a time; a journal without a case stands alone.</summary>
    private async IAsyncEnumerable<IReadOnlyList<(CaseRow? State, IReadOnlyList<JournalRow> Rows)>> Pages([EnumeratorCancellation] CancellationToken cancellation)
    {
#pragma warning disable CA1309 // The database compares, by the order of its own index.
        var after = "";
        while (true)
        {
            await using var db = database.Open();
            var from = after;
            var cases = await db.Cases.AsNoTracking().Where(row => string.Compare(row.Id, from) > 0).OrderBy(row => row.Id).Take(CasesAtOnce).ToListAsync(cancellation);
            var isLast = cases.Count < CasesAtOnce;
            after = isLast ? from : cases[^1].Id;
            var until = after;
            var journal = db.Journal.AsNoTracking().Where(row => string.Compare(row.CaseId, from) > 0);
            var rows = await (isLast ? journal : journal.Where(row => string.Compare(row.CaseId, until) <= 0))
                .OrderBy(row => row.CaseId).ThenBy(row => row.Sequence).ToListAsync(cancellation);
            var journals = rows.GroupBy(row => row.CaseId).ToDictionary(group => group.Key, group => (IReadOnlyList<JournalRow>)[.. group], StringComparer.Ordinal);
            var page = cases.ConvertAll(row => ((CaseRow?)row, journals.Remove(row.Id, out var found) ? found : []));
            page.AddRange(journals.Values.Select(orphan => ((CaseRow?)null, orphan)));
            yield return page;
            if (isLast)
            {
                yield break;
            }
        }
#pragma warning restore CA1309
    }

    private async Task<int> CheckAnchors(IReadOnlyList<JournalAnchor> kept, ConcurrentBag<AuditFault> faults, CancellationToken cancellation)
    {
        var copies = kept.ToDictionary(anchor => anchor.Number);
        var previous = JournalHash.Origin;
        var count = 0;
        await foreach (var anchor in anchors.Read(cancellation))
        {
            count++;
            var hash = AnchorText.Hash(AnchorText.Write(anchor.Number, anchor.Day, anchor.TakenAt, anchor.PreviousHash, AnchorText.Ends(anchor.Ends)));
            var fault =
                anchor.Number != count ? $"Expected anchor {count}, but found anchor {anchor.Number}."
                : anchor.PreviousHash != previous ? $"Expected anchor {anchor.Number} to be chained to {previous}, but it is chained to {anchor.PreviousHash}."
                : hash != anchor.Hash ? $"Expected anchor {anchor.Number} with hash {anchor.Hash}, but its content has hash {hash}."
                : copies.Remove(anchor.Number, out var copy) && copy.Hash != anchor.Hash ? $"Expected anchor {anchor.Number} with hash {copy.Hash} as in the copy, but it has {anchor.Hash}."
                : null;
            if (fault is not null)
            {
                faults.Add(new AuditFault(null, null, anchor.Number, fault));
            }

            previous = anchor.Hash;
            await CheckEnds(anchor, faults, cancellation);
        }

        foreach (var missing in copies.Values)
        {
            faults.Add(new AuditFault(null, null, missing.Number, $"Expected anchor {missing.Number} of {missing.Day:yyyy-MM-dd} as in the copy, but there is none."));
        }

        return count;
    }

    private async Task CheckEnds(JournalAnchor anchor, ConcurrentBag<AuditFault> faults, CancellationToken cancellation)
    {
        foreach (var part in anchor.Ends.Chunk(CasesAtOnce))
        {
            await using var db = database.Open();
            var ids = part.Select(end => end.CaseId).ToList();
            var found = await db.Journal.Where(row => ids.Contains(row.CaseId)).Select(row => new { row.CaseId, row.Sequence, row.Hash }).ToListAsync(cancellation);
            var hashes = found.ToDictionary(row => (row.CaseId, row.Sequence), row => row.Hash);
            foreach (var end in part.Where(end => hashes.GetValueOrDefault((end.CaseId, end.Sequence)) != end.Hash))
            {
                var instead = hashes.GetValueOrDefault((end.CaseId, end.Sequence)) is { } other ? $"it has {other}" : "there is no such entry any more";
                faults.Add(new AuditFault(end.CaseId, end.Sequence, anchor.Number, $"Expected entry {end.Sequence} of case '{end.CaseId}' with hash {end.Hash}, as anchored on {anchor.Day:yyyy-MM-dd}, but {instead}."));
            }
        }
    }
}

/// <summary>What the check of everything found.</summary>
public sealed record AuditReport(long Cases, long Entries, int Anchors, IReadOnlyList<AuditFault> Faults)
{
    public bool IsIntact => Faults.Count == 0;
}

/// <param name="BrokenAt">The sequence of the entry, where it is one.</param>
/// <param name="Anchor">The number of the anchor that does not fit; null where the journal itself does not.</param>
/// <param name="Reason">"Expected …, but …".</param>
public sealed record AuditFault(string? CaseId, int? BrokenAt, int? Anchor, string Reason);
