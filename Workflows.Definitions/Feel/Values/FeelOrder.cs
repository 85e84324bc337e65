namespace Workflows.Definitions.Feel;

/// <summary>FEEL's order of values (DMN 1.5 table 54): null where two values have none.</summary>
/// <remarks>A time or date and time with a zone has no order with one that has none.</remarks>
public static class FeelOrder
{
    public static int? Compare(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value.CompareTo(b.Value),
        (FeelString a, FeelString b) => string.CompareOrdinal(a.Value, b.Value),
        (FeelDate a, FeelDate b) => a.CompareTo(b),
        (FeelDateTime a, FeelDateTime b) when a.Time.Zone is null == b.Time.Zone is null => a.EpochSecond.CompareTo(b.EpochSecond),
        (FeelTime a, FeelTime b) when a.Zone is null == b.Zone is null => Second(a).CompareTo(Second(b)),
        (FeelDuration a, FeelDuration b) => a.Seconds.CompareTo(b.Seconds),
        (FeelMonths a, FeelMonths b) => a.Months.CompareTo(b.Months),
        _ => null,
    };

    /// <summary>Seconds since midnight UTC of a time, since 1970 of a date and time.</summary>
    internal static decimal Second(FeelValue value) => value is FeelDateTime moment
        ? moment.EpochSecond
        : value is FeelTime time ? time.NanosecondOfDay / 1_000_000_000m - (time.Zone?.OffsetAt(null, time.SecondOfDay) ?? 0) : 0;
}
