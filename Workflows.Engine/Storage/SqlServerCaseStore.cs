using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Numbering;

namespace Workflows.Engine.Storage;

/// <summary>The hot path on SQL Server: EF writes each command in a transaction of its own, many at the same time.</summary>
internal sealed class SqlServerCaseStore(Func<EngineDb> open) : CaseStore
{
    public override int Lanes => 16;

    public override int GroupSize => 1;

    public override async ValueTask<StoredCase?> Find(string caseId, int knownSequence, CancellationToken cancellation)
    {
        await using var db = open();
        return await db.Cases
            .Where(row => row.Id == caseId)
            .Select(row => new StoredCase(row.Sequence, row.JournalHash, row.StateFormat, row.Sequence == knownSequence ? Array.Empty<byte>() : row.State))
            .FirstOrDefaultAsync(cancellation);
    }

    public override async Task<IReadOnlyList<Exception?>> Write(IReadOnlyList<CaseWrite> group)
    {
        var faults = new Exception?[group.Count];
        for (var position = 0; position < group.Count; position++)
        {
            try
            {
                await Write(group[position]);
            }
            catch (Exception exception) when (exception is DbException or DbUpdateException)
            {
                faults[position] = exception;
            }
        }

        return faults;
    }

    private async Task Write(CaseWrite write)
    {
        await using var db = open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var serial = write.Series is { } series ? await Series.Next(db, series, CancellationToken.None) : 0;
        if (write.Rows(serial) is { } rows)
        {
            foreach (var change in rows.All)
            {
                await Put(db, change);
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    private static async Task Put(EngineDb db, RowChange change)
    {
        var entry = db.Entry(change.Row);
        if (change.Kind is RowChangeKind.Change)
        {
            entry.State = EntityState.Modified;
            foreach (var property in entry.Properties.Where(property => property.Metadata.Name == change.Except))
            {
                property.IsModified = false;
            }

            foreach (var version in entry.Properties.Where(property => property.Metadata.IsConcurrencyToken))
            {
                version.OriginalValue = change.ReadVersion;
            }
        }
        else if (change.Kind is RowChangeKind.Add || await entry.GetDatabaseValuesAsync() is null)
        {
            entry.State = EntityState.Added;
        }
    }
}
