using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Workflows.Engine.Storage;

namespace Workflows.Engine.Numbering;

/// <summary>Gives the cases their numbers (办件编号): prefix of the service, day in the region, serial of four digits or more.</summary>
/// <remarks>The serial is taken in the transaction that starts the case, so that a refused or failed start leaves no gap.</remarks>
public sealed class CaseNumbering(IOptions<NumberingOptions> options)
{
    /// <summary>Takes the next number; the series is locked until the context's transaction ends.</summary>
    /// <param name="day">The day of receipt in the region.</param>
    public async Task<string> Next(EngineDb db, string serviceCode, DateOnly day, CancellationToken cancellation)
    {
        var prefix = options.Value.Prefixes.GetValueOrDefault(serviceCode, options.Value.DefaultPrefix);
        var series = prefix + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var statement = db is SqlServerEngineDb ? Merge : Upsert;
        var serial = await db.Database.SqlQueryRaw<int>(statement, series).ToListAsync(cancellation);
        return $"{series}{serial.Single():D4}";
    }

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
}

/// <summary>The prefixes of the case numbers: the settings <c>Workflows:Numbering</c>.</summary>
public sealed class NumberingOptions
{
    public const string Section = "Workflows:Numbering";

    /// <summary>一件事</summary>
    public string DefaultPrefix { get; set; } = "YJS";

    /// <summary>By service code. Services with the same prefix share a series.</summary>
    public Dictionary<string, string> Prefixes { get; } = [];
}
