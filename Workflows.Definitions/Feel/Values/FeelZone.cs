using System.Text.RegularExpressions;

namespace Workflows.Definitions.Feel;

/// <summary>What a time says of its place: an offset from UTC or a zone of the IANA database.</summary>
public sealed partial record FeelZone
{
    /// <summary>XML Schema's bound of a time zone offset, in seconds.</summary>
    private const int FarthestOffset = 14 * 3600;

    public static readonly FeelZone Utc = new(0);

    private readonly int _offset;

    private FeelZone(int offset) => _offset = offset;

    private FeelZone(string id) => Id = id;

    /// <summary>The zone's name, such as Asia/Shanghai; null where only an offset is known.</summary>
    public string? Id { get; }

    /// <summary>A zone at that many seconds east of UTC; null beyond 14 hours.</summary>
    public static FeelZone? OfOffset(int seconds) => seconds == 0 ? Utc : Math.Abs(seconds) <= FarthestOffset ? new FeelZone(seconds) : null;

    /// <summary>The named zone; null where the machine's database does not know it.</summary>
    public static FeelZone? Named(string id) =>
        IdPattern().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? new FeelZone(id) : null;

    /// <summary>Seconds east of UTC at that local time.</summary>
    public int OffsetAt(FeelDate? date, int secondOfDay)
    {
        if (Id is null)
        {
            return _offset;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(Id);
        var offset = date?.ToDateOnly() is { } day
            ? zone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue).AddSeconds(secondOfDay))
            : zone.BaseUtcOffset;
        return (int)offset.TotalSeconds;
    }

    /// <summary>Seconds east of UTC at the instant that a clock with <paramref name="offset"/> shows as <paramref name="local"/>.</summary>
    internal int OffsetAfter(FeelDateTime local, int offset)
    {
        if (Id is null || local.AddFixed(-offset) is not { } utc || utc.Date.ToDateOnly() is not { } day)
        {
            return offset;
        }

        var instant = DateTime.SpecifyKind(day.ToDateTime(TimeOnly.MinValue).AddSeconds(utc.Time.SecondOfDay), DateTimeKind.Utc);
        return (int)TimeZoneInfo.FindSystemTimeZoneById(Id).GetUtcOffset(instant).TotalSeconds;
    }

    /// <summary>Z, +08:00 or @Asia/Shanghai.</summary>
    public string Text() => Id is not null ? "@" + Id
        : _offset == 0 ? "Z"
        : FormattableString.Invariant($"{(_offset < 0 ? '-' : '+')}{Math.Abs(_offset) / 3600:00}:{Math.Abs(_offset) / 60 % 60:00}")
            + (_offset % 60 == 0 ? "" : FormattableString.Invariant($":{Math.Abs(_offset) % 60:00}"));

    /// <summary>An id of the database and no path: on some systems the runtime would open a file of that name.</summary>
    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_+\-]{0,30}(/[A-Za-z][A-Za-z0-9_+\-]{0,30}){0,2}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
