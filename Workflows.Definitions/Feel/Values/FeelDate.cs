namespace Workflows.Definitions.Feel;

/// <summary>A day of the proleptic Gregorian calendar, years -999,999,999 to 999,999,999.</summary>
public sealed record FeelDate : FeelValue
{
    internal const int LastYear = 999_999_999;

    public FeelDate(int year, int month, int day)
    {
        if (!Exists(year, month, day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), $"Expected a date that exists, but found {year}-{month}-{day}.");
        }

        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    /// <summary>Days since 1970-01-01.</summary>
    public long DayNumber => DaysBefore(Year, Month, Day);

    /// <summary>1 is Monday, 7 is Sunday.</summary>
    public int Weekday => (int)(((DayNumber + 3) % 7 + 7) % 7) + 1;

    /// <summary>1 is the first of January.</summary>
    public int DayOfYear => (int)(DayNumber - DaysBefore(Year, 1, 1)) + 1;

    public static bool Exists(int year, int month, int day) =>
        year is >= -LastYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month);

    public static FeelDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>The date that many days after 1970-01-01; null outside the range of years.</summary>
    public static FeelDate? OfDayNumber(long number)
    {
        if (Math.Abs(number) > 400_000_000_000)
        {
            return null;
        }

        // Years begin in March here, so that the leap day is the last of its year; eras are 400 years.
        var shifted = number + 719_468;
        var era = Math.DivRem(shifted >= 0 ? shifted : shifted - 146_096, 146_097).Quotient;
        var dayOfEra = shifted - era * 146_097;
        var yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * monthFromMarch + 2) / 5) + 1;
        var month = (int)(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return Math.Abs(year) <= LastYear ? new FeelDate((int)year, month, day) : null;
    }

    /// <summary>The date as .NET's; null outside its years 1 to 9999.</summary>
    public DateOnly? ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day) : null;

    public FeelDate? AddDays(long days) => Math.Abs(days) > 800_000_000_000 ? null : OfDayNumber(DayNumber + days);

    /// <summary>The same day that many months later, or the last day of that month where it is shorter.</summary>
    public FeelDate? AddMonths(long months)
    {
        if (Math.Abs(months) > 24L * LastYear)
        {
            return null;
        }

        var total = Year * 12L + (Month - 1) + months;
        var year = (long)Math.Floor(total / 12m);
        var month = (int)(total - year * 12) + 1;
        return Math.Abs(year) > LastYear ? null : new FeelDate((int)year, month, Math.Min(Day, DaysIn((int)year, month)));
    }

    public int CompareTo(FeelDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    private static int DaysIn(int year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static long DaysBefore(int year, int month, int day)
    {
        var y = (long)year - (month <= 2 ? 1 : 0);
        var era = Math.DivRem(y >= 0 ? y : y - 399, 400L).Quotient;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }
}
