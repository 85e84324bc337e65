using Shouldly;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Xunit;

namespace Workflows.Specs.Cases;

public class TimingSpecs
{
    [Fact]
    public void Silence_for_five_working_days_counts_as_acceptance_from_the_day_of_receipt()
    {
        var file = new OneMatterCase("2026-02-13");

        // The fifth working day after 13 February is the 27th; 14 and 28 February are working Saturdays.
        file.Accept("2026-02-27", Actor.Engine, new ReachTime());
        file.State.Matters["licence"].AcceptedOn.ShouldBeNull();
        file.Accept("2026-02-28", Actor.Engine, new ReachTime());

        file.State.Matters["licence"].AcceptedOn.ShouldBe(new DateOnly(2026, 2, 13));
        file.State.Matters["licence"].AcceptedBySilence.ShouldBeTrue();
        file.State.WorkItems.Values.First().ByLaw.ShouldBe("《中华人民共和国行政许可法》第三十二条第一款第(四)项");
        file.State.Clocks.Values.Single(clock => clock.Limit.Kind is ClockKind.Promise).StartedOn.ShouldBe(new DateOnly(2026, 2, 13));
    }

    [Fact]
    public void A_limit_that_passes_is_noted_once_with_its_due_day()
    {
        var file = new OneMatterCase("2026-03-02");
        file.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");

        file.Accept("2026-03-17", Actor.Engine, new ReachTime());
        file.Accept("2026-03-18", Actor.Engine, new ReachTime()).Events.ShouldBeEmpty();

        file.Events.OfType<ClockExpired>().ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 3, 16));
    }

    [Fact]
    public void A_stopped_clock_does_not_expire()
    {
        var file = new OneMatterCase("2026-03-02");
        file.Accept("2026-03-03", OneMatterCase.Officer, new RequestCorrection(file.OpenItem("accept"), [new("lease", null, "缺少租赁合同", null)], "材料不齐"));

        file.Accept("2026-06-01", Actor.Engine, new ReachTime()).Events.ShouldBeEmpty();
    }
}
