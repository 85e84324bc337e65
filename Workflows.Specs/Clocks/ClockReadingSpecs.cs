using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Clocks;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Clocks;

public class ClockReadingSpecs
{
    [Theory]
    [InlineData("2026-02-13", 5, "2026-02-27")]
    [InlineData("2026-02-13", 20, "2026-03-19")]
    [InlineData("2026-09-18", 5, "2026-09-24")]
    [InlineData("2026-04-30", 5, "2026-05-11")]
    public void A_limit_ends_on_its_last_working_day(string started, int days, string due) =>
        Read(Clock(started, days), started).DueOn.ShouldBe(Days.Day(due));

    [Fact]
    public void A_stop_moves_the_due_day_by_the_working_days_that_it_was_open()
    {
        var clock = Stopped(Clock("2026-03-02", 10), "2026-03-04", "2026-03-09");

        var reading = Read(clock, "2026-03-10");

        reading.DueOn.ShouldBe(new DateOnly(2026, 3, 19));
        reading.DaysStopped.ShouldBe(3);
    }

    [Fact]
    public void A_stop_over_the_Spring_Festival_costs_only_its_working_days()
    {
        var clock = Stopped(Clock("2026-02-11", 10), "2026-02-13", "2026-02-25");

        // Counted: 12 and 13 February, then 26 to 28 February, 2 to 6 March. 28 February is a working Saturday.
        Read(clock, "2026-02-26").DueOn.ShouldBe(new DateOnly(2026, 3, 6));
    }

    [Fact]
    public void While_a_clock_is_stopped_its_due_day_moves_with_the_day_of_reading()
    {
        var clock = Stopped(Clock("2026-03-02", 10), "2026-03-04", null);

        Read(clock, "2026-03-05").Status.ShouldBe(ClockStatus.Stopped);
        Read(clock, "2026-03-05").DueOn.ShouldBe(new DateOnly(2026, 3, 17));
        Read(clock, "2026-03-06").DueOn.ShouldBe(new DateOnly(2026, 3, 18));
        ClockReading.NextInstant(clock, LibraryFolder.China).ShouldBeNull();
    }

    [Fact]
    public void A_natural_limit_that_ends_on_a_day_off_ends_on_the_next_working_day()
    {
        var clock = new Clock(1, new TimeLimit(3, TimeUnit.NaturalDays, ClockKind.Correction), new DateOnly(2026, 2, 13), null, null);

        // 16 February is in the Spring Festival, which ends with the 23rd.
        Read(clock, "2026-02-13").DueOn.ShouldBe(new DateOnly(2026, 2, 24));
    }

    [Theory]
    [InlineData("2026-03-12", 2, ClockStatus.OnTime)]
    [InlineData("2026-03-13", 1, ClockStatus.DueSoon)]
    [InlineData("2026-03-16", 0, ClockStatus.DueSoon)]
    [InlineData("2026-03-17", -1, ClockStatus.Overdue)]
    public void Days_left_and_status_follow_the_day(string today, int left, ClockStatus status)
    {
        var reading = Read(Clock("2026-03-02", 10), today);

        reading.DaysLeft.ShouldBe(left);
        reading.Status.ShouldBe(status);
    }

    [Fact]
    public void A_clock_expires_with_the_first_instant_after_its_due_day() =>
        ClockReading.NextInstant(Clock("2026-03-02", 10), LibraryFolder.China)
            .ShouldBe(new DateTimeOffset(2026, 3, 17, 0, 0, 0, TimeSpan.FromHours(8)));

    [Theory]
    [InlineData("2026-03-16", ClockStatus.Met)]
    [InlineData("2026-03-17", ClockStatus.MetLate)]
    public void Done_by_the_end_of_the_due_day_is_on_time(string ended, ClockStatus status) =>
        Read(Clock("2026-03-02", 10) with { EndedOn = Days.Day(ended), Met = true }, "2026-04-01").Status.ShouldBe(status);

    [Fact]
    public void A_due_day_behind_the_last_published_calendar_is_provisional() =>
        Read(Clock("2026-12-28", 10), "2026-12-28").IsProvisional.ShouldBeTrue();

    private static Clock Clock(string started, int days) =>
        new(1, new TimeLimit(days, TimeUnit.WorkingDays, ClockKind.Promise), Days.Day(started), "matter", null);

    private static Clock Stopped(Clock clock, string on, string? resumed) => clock with
    {
        Stops = [new ClockStop(StopKind.Correction, "basis", "actor", "document", "reason", Days.Day(on), resumed is null ? null : Days.Day(resumed))],
    };

    private static ClockReading Read(Clock clock, string today) => ClockReading.Of(clock, LibraryFolder.China, Days.Day(today));
}
