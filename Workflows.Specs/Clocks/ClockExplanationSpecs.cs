using Shouldly;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Matters;
using Workflows.Engine.Clocks;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Clocks;

public class ClockExplanationSpecs
{
    [Fact]
    public void Every_day_up_to_the_due_day_is_counted_or_has_its_reason()
    {
        var explained = Explain(new Clock(1, Limit(5), Days.Day("2026-02-13"), null, null));

        explained.Days.Select(day => (day.On.Day, day.IsCounted, day.Reason)).ShouldBe(
        [
            (14, true, "调休上班（春节）"),
            (15, false, "春节"), (16, false, "春节"), (17, false, "春节"), (18, false, "春节"), (19, false, "春节"),
            (20, false, "春节"), (21, false, "春节"), (22, false, "春节"), (23, false, "春节"),
            (24, true, "工作日"), (25, true, "工作日"), (26, true, "工作日"), (27, true, "工作日"),
        ]);
        explained.Days[^1].Total.ShouldBe(5);
        explained.Reading.DueOn.ShouldBe(new DateOnly(2026, 2, 27));
        explained.Calendar.ShouldBe(LibraryFolder.China.Version);
        explained.Days[1].Kind.Published!.Notice.ShouldStartWith("https://www.gov.cn/");
    }

    [Fact]
    public void A_stopped_day_names_its_document_and_who_stopped_it()
    {
        var clock = new Clock(1, Limit(10), Days.Day("2026-03-02"), null, null)
        {
            Stops = [new ClockStop(StopKind.ExpertReview, "第四十五条", "李科员", "专告1号", "需要评审", Days.Day("2026-03-04"), Days.Day("2026-03-09"))],
        };

        var explained = Explain(clock);

        explained.Days.Where(day => day.IsStopped).Select(day => day.On.Day).ShouldBe([5, 6, 7, 8, 9]);
        explained.Days.First(day => day.IsStopped).Stop!.Actor.ShouldBe("李科员");
        explained.Days.First(day => day.IsStopped).Reason.ShouldBe("专告1号");
        explained.Days.Sum(day => day.Counted).ShouldBe(10);
    }

    [Fact]
    public void One_and_a_half_working_days_end_at_noon_or_in_the_evening()
    {
        var morning = new Clock(1, Limit(1.5m), Days.Day("2026-03-02"), null, null, StartedAt: Days.At("2026-03-02", 10));

        ClockReading.Of(morning, LibraryFolder.China, Days.At("2026-03-02", 11)).EndsAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 17, 30, 0, TimeSpan.FromHours(8)));
        Explain(morning).Days.Select(day => (day.On.Day, day.Counted)).ShouldBe([(2, 0.5m), (3, 1m)]);
    }

    [Fact]
    public void Hours_run_from_their_instant_across_midnight_and_the_weekend()
    {
        var friday = new Clock(1, new TimeLimit(4, TimeUnit.WorkingHours, ClockKind.Step), Days.Day("2026-03-06"), null, 1, StartedAt: Days.At("2026-03-06", 16));
        var natural = friday with { Limit = friday.Limit with { Unit = TimeUnit.NaturalHours, Amount = 10 } };

        ClockReading.Of(friday, LibraryFolder.China, Days.At("2026-03-06", 17)).EndsAt.ShouldBe(new DateTimeOffset(2026, 3, 9, 11, 30, 0, TimeSpan.FromHours(8)));
        ClockReading.Of(friday, LibraryFolder.China, Days.At("2026-03-06", 17)).DaysLeft.ShouldBe(3);
        ClockReading.Of(natural, LibraryFolder.China, Days.At("2026-03-06", 17)).EndsAt.ShouldBe(Days.At("2026-03-07", 2));
        ClockReading.Of(natural, LibraryFolder.China, Days.At("2026-03-07", 2)).Status.ShouldBe(ClockStatus.Overdue);
    }

    [Fact]
    public void Days_are_summed_by_whose_time_they_were()
    {
        var acceptance = Step(1, "2026-03-02", "2026-03-04", TimeOwner.Government);
        var survey = Step(2, "2026-03-04", "2026-03-06", TimeOwner.GovernmentIntermediary);
        var beside = Step(3, "2026-03-02", "2026-03-04", TimeOwner.Government);
        var waiting = Step(4, "2026-03-06", "2026-03-12", TimeOwner.Government) with
        {
            Stops = [new ClockStop(StopKind.Correction, "b", "a", "d", "r", Days.Day("2026-03-09"), Days.Day("2026-03-11"))],
        };

        var sums = OwnerTime.Of([acceptance, survey, beside, waiting], LibraryFolder.China, Days.Day("2026-03-31"));

        // 3 and 4 March, and 9 and 12 March; the 10th and 11th were the applicant's.
        sums[TimeOwner.Government].ShouldBe(4);
        sums[TimeOwner.GovernmentIntermediary].ShouldBe(2);
        sums[TimeOwner.Applicant].ShouldBe(2);
        sums[TimeOwner.Utility].ShouldBe(0);
    }

    private static TimeLimit Limit(decimal days) => new(days, TimeUnit.WorkingDays, ClockKind.Promise);

    private static Clock Step(int id, string from, string until, TimeOwner owner) =>
        new(id, new TimeLimit(10, TimeUnit.WorkingDays, ClockKind.Step, owner), Days.Day(from), "matter", id) { EndedOn = Days.Day(until), Met = true };

    private static ClockExplanation Explain(Clock clock) =>
        ClockExplanation.Of(clock, ClockReading.Of(clock, LibraryFolder.China, clock.StartedOn), LibraryFolder.China);
}
