namespace Workflows.Definitions.Feel;

/// <summary>A time of day, to the nanosecond, with or without a zone.</summary>
public sealed record FeelTime : FeelValue
{
    internal const long DayInNanoseconds = 86_400L * 1_000_000_000;

    public FeelTime(int hour, int minute, int second, int nanosecond = 0, FeelZone? zone = null)
    {
        if (!Exists(hour, minute, second) || nanosecond is < 0 or > 999_999_999)
        {
            throw new ArgumentOutOfRangeException(nameof(hour), $"Expected a time of day, but found {hour}:{minute}:{second}.");
        }

        (Hour, Minute, Second, Nanosecond, Zone) = (hour, minute, second, nanosecond, zone);
    }

    public int Hour { get; }

    public int Minute { get; }

    public int Second { get; }

    public int Nanosecond { get; }

    public FeelZone? Zone { get; }

    public int SecondOfDay => Hour * 3600 + Minute * 60 + Second;

    /// <summary>Nanoseconds since midnight of this place.</summary>
    public long NanosecondOfDay => SecondOfDay * 1_000_000_000L + Nanosecond;

    public static bool Exists(int hour, int minute, int second) => hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59;

    /// <summary>The time that many nanoseconds after midnight, which is taken modulo one day.</summary>
    public static FeelTime OfNanosecond(long nanosecond, FeelZone? zone)
    {
        var ofDay = (nanosecond % DayInNanoseconds + DayInNanoseconds) % DayInNanoseconds;
        var (seconds, rest) = Math.DivRem(ofDay, 1_000_000_000);
        return new FeelTime((int)(seconds / 3600), (int)(seconds / 60 % 60), (int)(seconds % 60), (int)rest, zone);
    }
}
