namespace Workflows.Definitions.Feel;

/// <summary>FEEL's <c>=</c> (DMN 1.5 §10.3.2.13.1, table 53): true, false, or null for values of different types.</summary>
public static class FeelEquality
{
    public static bool? Equal(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelNumber a, FeelNumber b) => a.Value == b.Value,
        (FeelString a, FeelString b) => a.Value == b.Value,
        (FeelBoolean a, FeelBoolean b) => a.Value == b.Value,
        (FeelNull, FeelNull) => true,
        (FeelNull, _) or (_, FeelNull) => false,
        (FeelDate a, FeelDate b) => a == b,
        (FeelTime or FeelDateTime, FeelTime or FeelDateTime) when left.GetType() == right.GetType() => SameSecond(left, right),
        (FeelDuration a, FeelDuration b) => a.Seconds == b.Seconds,
        (FeelMonths a, FeelMonths b) => a.Months == b.Months,
        (FeelList a, FeelList b) => Lists(a, b),
        (FeelContext a, FeelContext b) => Contexts(a, b),
        (FeelRange a, FeelRange b) => Ranges(a, b),
        (FeelFunction a, FeelFunction b) => ReferenceEquals(a, b),
        _ => null,
    };

    /// <summary>Times are equal when hour, minute, second and offset are: the standard compares whole seconds.</summary>
    private static bool SameSecond(FeelValue left, FeelValue right)
    {
        var (zoned, otherZoned) = (Zone(left) is not null, Zone(right) is not null);
        return zoned == otherZoned && Math.Floor(FeelOrder.Second(left)) == Math.Floor(FeelOrder.Second(right));
    }

    private static FeelZone? Zone(FeelValue value) => value is FeelDateTime moment ? moment.Time.Zone : ((FeelTime)value).Zone;

    private static bool Lists(FeelList left, FeelList right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (Equal(left.Items[i], right.Items[i]) != true)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contexts(FeelContext left, FeelContext right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!right.TryGet(left.Names[i], out var other) || Equal(left.Values[i], other) != true)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Ranges(FeelRange left, FeelRange right) =>
        left.Form == right.Form
        && left.StartIncluded == right.StartIncluded
        && left.EndIncluded == right.EndIncluded
        && Equal(left.Start, right.Start) == true
        && Equal(left.End, right.End) == true;
}
