using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Numbering;

/// <summary>Series of serial numbers without gaps, e.g. of a prefix and a day.</summary>
internal static class Series
{
    private const string OnConflict =
        """
        INSERT INTO numbers (series, last) VALUES ({0}, 1)
        ON CONFLICT (series) DO UPDATE SET last = numbers.last + 1
        RETURNING last
        """;

    private const string SqlServer =
        """
        DECLARE @taken TABLE (last int);
        UPDATE numbers WITH (UPDLOCK, SERIALIZABLE) SET last = last + 1 OUTPUT inserted.last INTO @taken WHERE series = {0};
        IF @@ROWCOUNT = 0
            INSERT INTO numbers (series, last) OUTPUT inserted.last INTO @taken VALUES ({0}, 1);
        SELECT last FROM @taken;
        """;

    /// <summary>Takes the next number, from 1; others who want one of the series wait until the context's transaction ends.</summary>
    public static async Task<int> Next(EngineDb db, string series, CancellationToken cancellation) =>
        (await db.Database.SqlQueryRaw<int>(db is SqlServerEngineDb ? SqlServer : OnConflict, series).ToListAsync(cancellation)).Single();
}
