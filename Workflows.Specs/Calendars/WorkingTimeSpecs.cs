using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Workflows.Definitions.Calendars;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Calendars;

public class WorkingTimeSpecs
{
    private static readonly WorkingDayCalendar China = LibraryFolder.China;
    private static readonly WorkingTime Time = China.Time;

    [Theory]
    [InlineData("2026-03-02 10:00", 1, "2026-03-02 17:30")]
    [InlineData("2026-03-02 15:00", 1, "2026-03-03 12:00")]
    [InlineData("2026-03-02 12:30", 1, "2026-03-03 12:00")]
    [InlineData("2026-03-02 10:00", 3, "2026-03-03 17:30")]
    [InlineData("2026-02-14 15:00", 1, "2026-02-24 12:00")]
    [InlineData("2026-02-16 23:59", 2, "2026-02-24 17:30")]
    [InlineData("2026-09-19 09:00", 1, "2026-09-20 12:00")]
    public void A_limit_in_half_days_leaves_out_the_half_in_which_it_begins(string from, int halves, string end) =>
        Time.AddHalfDays(At(from), halves).ShouldBe(At(end));

    [Theory]
    [InlineData("2026-03-02 10:00", 2, "2026-03-02 12:00")]
    [InlineData("2026-03-02 10:00", 3, "2026-03-02 14:30")]
    [InlineData("2026-03-02 12:30", 1, "2026-03-02 14:30")]
    [InlineData("2026-03-02 23:50", 1, "2026-03-03 10:00")]
    [InlineData("2026-03-03 00:10", 7, "2026-03-03 17:30")]
    [InlineData("2026-02-14 17:00", 1, "2026-02-24 09:30")]
    [InlineData("2026-05-08 17:30", 1, "2026-05-09 10:00")]
    public void A_limit_in_working_hours_runs_from_its_instant_and_stands_still_outside_them(string from, int hours, string end) =>
        Time.Add(At(from), TimeSpan.FromHours(hours)).ShouldBe(At(end));

    [Fact]
    public void An_instant_of_another_zone_is_an_instant_in_the_region()
    {
        // 23:30 on Sunday in London is half past seven on Monday in Shanghai.
        var london = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero);

        Time.Add(london, TimeSpan.FromHours(1)).ShouldBe(At("2026-03-02 10:00"));
        Time.AddHalfDays(london, 1).ShouldBe(At("2026-03-02 17:30"));
    }

    [Fact]
    public void Nothing_is_added_where_nothing_is_asked_for() => Time.Add(At("2026-02-16 03:00"), TimeSpan.Zero).ShouldBe(At("2026-02-16 03:00"));

    [Fact]
    public void A_limit_beyond_the_last_known_day_is_refused()
    {
        Should.Throw<CalendarRangeException>(() => Time.AddHalfDays(At("2031-12-31 09:00"), 2)).Message.ShouldContain("but 2 half days after 2031-12-31T09:00");
        Should.Throw<CalendarRangeException>(() => Time.Add(At("2031-12-31 09:00"), TimeSpan.FromHours(8))).Message.ShouldContain("but 8 working hours after 2031-12-31T09:00");
    }

    [Fact]
    public void The_table_agrees_with_counting_half_by_half_over_all_covered_years() =>
        Prop.ForAll(Instants, Gen.Choose(0, 120).ToArbitrary(), (from, count) =>
        {
            var end = Time.AddHalfDays(from, count);
            return end == StepHalves(from, count) && (count == 0 || Time.CountHalfDays(from, end.AddTicks(-1)) == count);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_agrees_with_counting_minute_by_minute_over_all_covered_years() =>
        Prop.ForAll(Instants, Gen.Choose(1, 1500).ToArbitrary(), (from, minutes) =>
        {
            var end = Time.Add(from, TimeSpan.FromMinutes(minutes));
            return end == StepMinutes(from, minutes) && Time.Count(from, end) == TimeSpan.FromMinutes(minutes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_of_natural_days_agrees_with_walking_to_the_next_working_day() =>
        Prop.ForAll(Instants, Gen.Choose(0, 400).ToArbitrary(), (instant, count) =>
        {
            var from = DateOnly.FromDateTime(instant.DateTime);
            var due = from.AddDays(count);
            while (!China.Kind(due).IsWorking)
            {
                due = due.AddDays(1);
            }

            return China.NaturalDue(from, count) == due;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<DateTimeOffset> Instants { get; } = Gen.Choose(0, (new DateOnly(2026, 12, 31).DayNumber - new DateOnly(2007, 1, 1).DayNumber) * 24 * 60)
        .Select(minutes => new DateTimeOffset(2007, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddMinutes(minutes))
        .ToArbitrary();

    private static DateTimeOffset StepHalves(DateTimeOffset from, int halves)
    {
        var end = from;
        var isAfternoon = from.TimeOfDay >= TimeSpan.FromHours(12);
        var day = DateOnly.FromDateTime(from.DateTime);
        for (var counted = 0; counted < halves;)
        {
            (day, isAfternoon) = isAfternoon ? (day.AddDays(1), false) : (day, true);
            if (China.Kind(day).IsWorking)
            {
                counted++;
                end = new DateTimeOffset(day, isAfternoon ? new TimeOnly(17, 30) : new TimeOnly(12, 0), TimeSpan.FromHours(8));
            }
        }

        return end;
    }

    private static DateTimeOffset StepMinutes(DateTimeOffset from, int minutes)
    {
        var end = from;
        for (var counted = 0; counted < minutes;)
        {
            counted += IsWorked(end) ? 1 : 0;
            end = end.AddMinutes(1);
        }

        return end;
    }

    private static bool IsWorked(DateTimeOffset minute) => China.Kind(DateOnly.FromDateTime(minute.DateTime)).IsWorking
        && (minute.TimeOfDay >= TimeSpan.FromHours(9) && minute.TimeOfDay < TimeSpan.FromHours(12)
            || minute.TimeOfDay >= TimeSpan.FromHours(13.5) && minute.TimeOfDay < TimeSpan.FromHours(17.5));

    private static DateTimeOffset At(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
