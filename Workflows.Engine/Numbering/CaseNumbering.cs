using System.Globalization;
using Microsoft.Extensions.Options;

namespace Workflows.Engine.Numbering;

/// <summary>Gives the cases their numbers (办件编号): prefix of the service, day in the region, serial of four digits or more.</summary>
/// <remarks>The serial is taken in the transaction that starts the case, so that a refused or failed start leaves no gap.</remarks>
public sealed class CaseNumbering(IOptions<NumberingOptions> options)
{
    /// <summary>The series from which a case of the service takes its serial.</summary>
    /// <param name="day">The day of receipt in the region.</param>
    public string SeriesOf(string serviceCode, DateOnly day) =>
        options.Value.Prefixes.GetValueOrDefault(serviceCode, options.Value.DefaultPrefix) + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static string Number(string series, int serial) => string.Create(CultureInfo.InvariantCulture, $"{series}{serial:D4}");
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
