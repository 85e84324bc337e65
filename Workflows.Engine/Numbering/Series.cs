using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Numbering;

/// <summary>Series of serial numbers without gaps, e.g. of a prefix and a day.</summary>
internal static class Series
{
    private const string Upsert =
        """
        INSERT INTO numbers (series, last) VALUES ({0}, 1)
        ON CONFLICT (series) DO UPDATE SET last = numbers.last + 1
        RETURNING last
        """;

    private const string Merge =
        """
        MERGE INTO numbers WITH (HOLDLOCK) AS n
        USING (SELECT {0} AS series) AS wanted ON n.series = wanted.series
        WHEN MATCHED THEN UPDATE SET last = n.last + 1
        WHEN NOT MATCHED THEN INSERT (series, last) VALUES (wanted.series, 1)
        OUTPUT inserted.last;
        """;

    /// <summary>Takes the next number, from 1; others who want one of the series wait until the context's transaction ends.</summary>
    public static async Task<int> Next(EngineDb db, string series, CancellationToken cancellation) =>
        (await db.Database.SqlQueryRaw<int>(db is SqlServerEngineDb ? Merge : Upsert, series).ToListAsync(cancellation)).Single();
}
