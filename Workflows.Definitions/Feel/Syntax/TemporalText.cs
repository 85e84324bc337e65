using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflows.Definitions.Feel;

/// <summary>Reads dates, times and durations as XML Schema writes them, with <c>@</c> and a zone's name besides offsets. Null for anything else.</summary>
public static partial class TemporalText
{
    /// <summary>Longer texts are none of these; it keeps the patterns quick.</summary>
    private const int Longest = 100;

    public static FeelValue? Any(string text) =>
        (FeelValue?)Duration(text) ?? (FeelValue?)Date(text) ?? (FeelValue?)Time(text) ?? DateTime(text);

    public static FeelDate? Date(string text) =>
        text.Length <= Longest && DatePattern().Match(text) is { Success: true } match ? Date(match) : null;

    public static FeelTime? Time(string text) =>
        text.Length <= Longest && TimePattern().Match(text) is { Success: true } match && Number(match, "hour") <= 24 ? Time(match).Time : null;

    /// <summary>A date and time, or a date alone, which is its midnight.</summary>
    public static FeelDateTime? DateTime(string text)
    {
        if (Date(text) is { } day)
        {
            return new FeelDateTime(day, new FeelTime(0, 0, 0));
        }

        var at = text.IndexOf('T', StringComparison.Ordinal);

        if (at < 0 || text.Length > Longest || Date(text[..at]) is not { } date || TimePattern().Match(text[(at + 1)..]) is not { Success: true } match)
        {
            return null;
        }

        // 24:00:00 is the next day's midnight.
        var (time, dayLater) = Time(match);
        return time is null ? null : (dayLater ? date.AddDays(1) : date) is { } on ? new FeelDateTime(on, time) : null;
    }

    public static FeelValue? Duration(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        if (MonthsPattern().Match(text) is { Success: true } months && (months.Groups["years"].Success || months.Groups["months"].Success))
        {
            var total = Amount(months, "years") * 12 + Amount(months, "months");
            return total <= FeelMonths.Longest ? new FeelMonths((long)(text[0] == '-' ? -total : total)) : null;
        }

        if (DaysPattern().Match(text) is { Success: true } days && Units.Any(unit => days.Groups[unit].Success) && !text.EndsWith('T'))
        {
            var total = Amount(days, "days") * 86_400 + Amount(days, "hours") * 3600 + Amount(days, "minutes") * 60 + Amount(days, "seconds");
            return total <= FeelDuration.Longest ? new FeelDuration(text[0] == '-' ? -total : total) : null;
        }

        return null;
    }

    private static readonly string[] Units = ["days", "hours", "minutes", "seconds"];

    private static FeelDate? Date(Match match)
    {
        var (year, month, day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return FeelDate.Exists(year, month, day) ? new FeelDate(year, month, day) : null;
    }

    private static (FeelTime? Time, bool DayLater) Time(Match match)
    {
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var fraction = match.Groups["fraction"].Value;
        var nanosecond = fraction.Length == 0 ? 0 : int.Parse(fraction.PadRight(9, '0').AsSpan(0, 9), NumberStyles.None, CultureInfo.InvariantCulture);
        var midnight = (hour, minute, second, nanosecond) == (24, 0, 0, 0);

        if (!Zone(match, out var zone) || !(midnight || FeelTime.Exists(hour, minute, second)))
        {
            return (null, false);
        }

        return (midnight ? new FeelTime(0, 0, 0, 0, zone) : new FeelTime(hour, minute, second, nanosecond, zone), midnight);
    }

    private static bool Zone(Match match, out FeelZone? zone)
    {
        zone = null;

        if (match.Groups["id"].Success)
        {
            return (zone = FeelZone.Named(match.Groups["id"].Value)) is not null;
        }

        if (match.Groups["utc"].Success)
        {
            zone = FeelZone.Utc;
        }
        else if (match.Groups["sign"].Success)
        {
            var seconds = Number(match, "offsetHour") * 3600 + Number(match, "offsetMinute") * 60 + Number(match, "offsetSecond");
            zone = Number(match, "offsetMinute") > 59 || Number(match, "offsetSecond") > 59 ? null
                : FeelZone.OfOffset(match.Groups["sign"].Value == "-" ? -seconds : seconds);
            return zone is not null;
        }

        return true;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;

    private static decimal Amount(Match match, string group) =>
        match.Groups[group].Success ? decimal.Parse(match.Groups[group].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?<year>-?([1-9][0-9]{4,8}|[0-9]{4}))-(?<month>[0-9]{2})-(?<day>[0-9]{2})\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(
        @"\A(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?((?<utc>Z)|(?<sign>[+-])(?<offsetHour>[0-9]{2}):(?<offsetMinute>[0-9]{2})(:(?<offsetSecond>[0-9]{2}))?|@(?<id>[A-Za-z0-9_+\-/]+))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    [GeneratedRegex(@"\A-?P((?<years>[0-9]{1,18})Y)?((?<months>[0-9]{1,18})M)?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex MonthsPattern();

    [GeneratedRegex(
        @"\A-?P((?<days>[0-9]{1,18})D)?(T((?<hours>[0-9]{1,18})H)?((?<minutes>[0-9]{1,18})M)?((?<seconds>[0-9]{1,18}(\.[0-9]*)?)S)?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DaysPattern();
}
