using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Workflows.Definitions.Calendars;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Calendars;

public class WorkingDayCalendarSpecs
{
    private static readonly WorkingDayCalendar China = LibraryFolder.China;

    [Theory]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-13", 20, "2026-03-19")]
    [InlineData("2026-02-13", 45, "2026-04-24")]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2026-09-18", 20, "2026-10-22")]
    [InlineData("2026-09-30", 10, "2026-10-20")]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-02-13", 0, "2026-02-13")]
    public void A_limit_in_working_days_begins_on_the_day_after_and_ends_on_a_working_day(string from, int days, string due) =>
        China.AddWorkingDays(Day(from), days).ShouldBe(Day(due));

    [Theory]
    [InlineData("2025-12-31", "2026-12-31", 248)]
    [InlineData("2026-02-13", "2026-02-24", 2)]
    [InlineData("2026-02-14", "2026-02-23", 0)]
    [InlineData("2026-02-24", "2026-02-24", 0)]
    [InlineData("2026-02-24", "2026-02-13", 0)]
    public void Counting_leaves_out_the_first_day_and_takes_the_last(string from, string until, int days) =>
        China.CountWorkingDays(Day(from), Day(until)).ShouldBe(days);

    [Theory]
    [InlineData("2026-01-02", 15, "2026-01-19")]
    [InlineData("2026-02-06", 10, "2026-02-24")]
    [InlineData("2026-01-30", 15, "2026-02-14")]
    [InlineData("2026-09-15", 10, "2026-09-28")]
    public void A_limit_in_natural_days_that_ends_on_a_day_off_ends_on_the_next_working_day(string from, int days, string due) =>
        China.NaturalDue(Day(from), days).ShouldBe(Day(due));

    [Theory]
    [InlineData("2026-02-13", DayReason.Weekday, "工作日")]
    [InlineData("2026-02-14", DayReason.MakeUpDay, "调休上班（春节）")]
    [InlineData("2026-02-16", DayReason.Holiday, "春节")]
    [InlineData("2026-02-21", DayReason.Holiday, "春节")]
    [InlineData("2026-03-01", DayReason.Weekend, "周末")]
    [InlineData("2018-12-29", DayReason.MakeUpDay, "调休上班（元旦）")]
    [InlineData("2018-12-31", DayReason.Holiday, "元旦")]
    [InlineData("2015-09-03", DayReason.Holiday, "抗日战争暨世界反法西斯战争胜利70周年纪念日")]
    public void Every_day_tells_why_it_counts_or_not(string day, DayReason reason, string text)
    {
        var kind = China.Kind(Day(day));

        kind.Reason.ShouldBe(reason);
        kind.Text.ShouldBe(text);
        kind.IsWorking.ShouldBe(China.IsWorkingDay(Day(day)));
        (kind.Published?.Notice.Contains("www.gov.cn", StringComparison.Ordinal) ?? true).ShouldBeTrue();
    }

    [Fact]
    public void A_year_is_covered_when_it_has_a_notice_and_only_the_last_days_of_its_December_are_provisional()
    {
        China.FirstDay.ShouldBe(new DateOnly(2007, 1, 1));
        China.CoveredUntil.ShouldBe(new DateOnly(2026, 12, 31));

        China.IsProvisional(new DateOnly(2026, 12, 28)).ShouldBeFalse();
        China.IsProvisional(new DateOnly(2026, 12, 29)).ShouldBeTrue();
        China.IsProvisional(new DateOnly(2027, 1, 4)).ShouldBeTrue();
    }

    [Fact]
    public void After_the_last_notice_weekends_count_for_five_years_and_then_the_calendar_refuses_to_answer()
    {
        China.AddWorkingDays(new DateOnly(2026, 12, 31), 1).ShouldBe(new DateOnly(2027, 1, 1));
        China.LastDay.ShouldBe(new DateOnly(2031, 12, 31));

        Should.Throw<CalendarRangeException>(() => China.AddWorkingDays(new DateOnly(2031, 12, 1), 40))
            .Message.ShouldBe("Expected a day from 2007-01-01 to 2031-12-31 in calendar 'cn', but 40 working days after 2031-12-01 end later.");
        Should.Throw<CalendarRangeException>(() => China.IsWorkingDay(new DateOnly(2006, 12, 31)))
            .Message.ShouldBe("Expected a day from 2007-01-01 to 2031-12-31 in calendar 'cn', but the question is about 2006-12-31.");
    }

    [Fact]
    public void The_first_known_day_can_be_asked_about() => China.IsWorkingDay(new DateOnly(2007, 1, 1)).ShouldBeFalse();

    [Fact]
    public void Dates_do_not_depend_on_the_calendar_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");

        try
        {
            Should.Throw<CalendarRangeException>(() => China.Kind(new DateOnly(2040, 1, 1))).Message.ShouldContain("2040-01-01");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_table_agrees_with_counting_day_by_day_over_all_covered_years()
    {
        var span = new DateOnly(2026, 12, 31).DayNumber - new DateOnly(2007, 1, 1).DayNumber;
        var days = Gen.Choose(0, span).Select(offset => new DateOnly(2007, 1, 1).AddDays(offset));

        Prop.ForAll(days.ToArbitrary(), Gen.Choose(0, 400).ToArbitrary(), (from, count) =>
        {
            var due = China.AddWorkingDays(from, count);
            return due == Step(from, count)
                && China.CountWorkingDays(from, due) == count
                && (count == 0 || China.IsWorkingDay(due));
        }).QuickCheckThrowOnFailure();
    }

    private static DateOnly Step(DateOnly from, int days)
    {
        var date = from;
        for (var counted = 0; counted < days;)
        {
            date = date.AddDays(1);
            counted += China.Kind(date).IsWorking ? 1 : 0;
        }

        return date;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
