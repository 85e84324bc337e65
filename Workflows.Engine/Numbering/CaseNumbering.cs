using System.Globalization;
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
        return $"{series}{await Series.Next(db, series, cancellation):D4}";
    }
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
