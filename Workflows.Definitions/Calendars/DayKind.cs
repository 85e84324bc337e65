namespace Workflows.Definitions.Calendars;

/// <summary>Why a day counts or does not.</summary>
/// <param name="Published">What a notice says of the day, or null for a plain weekday or weekend.</param>
/// <param name="IsProvisional">True where a later notice may still change the day.</param>
public sealed record DayKind(DayReason Reason, PublishedDay? Published, bool IsProvisional)
{
    public bool IsWorking => Reason is DayReason.Weekday or DayReason.MakeUpDay or DayReason.HalfDay;

    /// <summary>The reason in the words of the calendar, in Chinese: 工作日, 周末, 春节, 调休上班（春节）, 下午放假（妇女节）.</summary>
    public string Text => Reason switch
    {
        DayReason.Weekday => "工作日",
        DayReason.Weekend => "周末",
        DayReason.MakeUpDay => $"调休上班（{Published!.Holiday}）",
        DayReason.HalfDay => $"{(Published!.Off is DayHalf.Morning ? "上午" : "下午")}放假（{Published.Holiday}）",
        _ => Published!.Holiday,
    };
}

public enum DayReason
{
    /// <summary>工作日: Monday to Friday, named by no notice.</summary>
    Weekday,

    /// <summary>周末</summary>
    Weekend,

    /// <summary>放假: off by a notice.</summary>
    Holiday,

    /// <summary>调休上班: a Saturday or Sunday on which people work by a notice.</summary>
    MakeUpDay,

    /// <summary>放假半天: one half is off by a notice. The day is a working day; half days and hours count its other half only.</summary>
    HalfDay,
}
