namespace Workflows.Definitions.Calendars;

/// <summary>When the offices of a region work on a working day: a morning and an afternoon.</summary>
public sealed record WorkingHours(TimeOnly MorningStart, TimeOnly MorningEnd, TimeOnly AfternoonStart, TimeOnly AfternoonEnd)
{
    /// <summary>09:00–12:00 and 13:30–17:30, where a region says nothing.</summary>
    public static readonly WorkingHours Usual = new(new(9, 0), new(12, 0), new(13, 30), new(17, 30));

    public TimeSpan Morning => MorningEnd - MorningStart;

    public TimeSpan Afternoon => AfternoonEnd - AfternoonStart;

    /// <summary>True where each part ends after it begins and the afternoon follows the morning.</summary>
    public bool IsInOrder => MorningStart < MorningEnd && MorningEnd <= AfternoonStart && AfternoonStart < AfternoonEnd;
}

/// <summary>A half of a day; the morning ends with its working hours.</summary>
public enum DayHalf
{
    /// <summary>上午</summary>
    Morning,

    /// <summary>下午</summary>
    Afternoon,
}
