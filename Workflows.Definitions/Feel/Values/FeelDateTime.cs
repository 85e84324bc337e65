namespace Workflows.Definitions.Feel;

/// <summary>A date and time; the zone, if any, is the time's.</summary>
public sealed record FeelDateTime(FeelDate Date, FeelTime Time) : FeelValue
{
    /// <summary>Seconds since 1970-01-01T00:00:00Z; of the local time where there is no zone.</summary>
    public decimal EpochSecond =>
        Date.DayNumber * 86_400m + Time.SecondOfDay - (Time.Zone?.OffsetAt(Date, Time.SecondOfDay) ?? 0) + Time.Nanosecond / 1_000_000_000m;

    public static FeelDateTime Of(DateTimeOffset instant) => new(
        FeelDate.Of(DateOnly.FromDateTime(instant.DateTime)),
        FeelTime.OfNanosecond(instant.TimeOfDay.Ticks * 100, FeelZone.OfOffset((int)instant.Offset.TotalSeconds)));

    /// <summary>The instant as .NET's; null without a zone or outside its years 1 to 9999.</summary>
    public DateTimeOffset? ToInstant()
    {
        if (Time.Zone is null || Date.ToDateOnly() is not { } day)
        {
            return null;
        }

        // .NET's offsets are whole minutes.
        var offset = TimeSpan.FromMinutes(Time.Zone.OffsetAt(Date, Time.SecondOfDay) / 60);
        var local = day.ToDateTime(TimeOnly.MinValue).AddTicks(Time.NanosecondOfDay / 100);
        return local.Ticks - offset.Ticks is >= 0 and <= 3_155_378_975_999_999_999 ? new DateTimeOffset(local, offset) : null;
    }

    /// <summary>The time that much later, by the clock of a named zone; null outside the range of years.</summary>
    public FeelDateTime? AddSeconds(decimal seconds)
    {
        var later = AddFixed(seconds);

        if (Time.Zone?.Id is null || later is null)
        {
            return later;
        }

        // Where summer time begins or ends in between, the clock of the zone has jumped.
        var offset = Time.Zone.OffsetAt(Date, Time.SecondOfDay);
        return later.AddFixed(Time.Zone.OffsetAfter(later, offset) - offset);
    }

    public FeelDateTime? AddMonths(long months) => Date.AddMonths(months) is { } date ? this with { Date = date } : null;

    /// <summary>The local time that much later, as if the offset never changed.</summary>
    internal FeelDateTime? AddFixed(decimal seconds)
    {
        if (Math.Abs(seconds) > 86_400m * 800_000_000_000)
        {
            return null;
        }

        var days = Math.Floor(seconds / 86_400);
        var nanoseconds = Time.NanosecondOfDay + (long)((seconds - days * 86_400) * 1_000_000_000);
        var date = Date.AddDays((long)days + nanoseconds / FeelTime.DayInNanoseconds);
        return date is null ? null : new FeelDateTime(date, FeelTime.OfNanosecond(nanoseconds, Time.Zone));
    }
}
