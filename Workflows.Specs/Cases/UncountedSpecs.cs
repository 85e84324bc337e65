using Shouldly;
using Workflows.Engine.Cases;
using Xunit;

namespace Workflows.Specs.Cases;

/// <summary>A limit that ends where no calendar reaches: a refusal or an incident, never a date.</summary>
public class UncountedSpecs
{
    [Fact]
    public void Who_asks_for_a_limit_that_no_calendar_covers_is_refused()
    {
        var file = new OneMatterCase("2031-12-01", null, matter => matter with { Statutory = matter.Statutory with { Amount = 60 } });

        var refused = file.Refuse("2031-12-01", OneMatterCase.Officer, new CompleteWorkItem(file.OpenItem("accept"), "accept", null));

        refused.Code.ShouldBe(RejectionCode.CalendarMissing);
        refused.Message.ShouldBe("Expected a day from 2007-01-01 to 2031-12-31 in calendar 'cn', but 60 working days after 2031-12-01 end later.");
    }

    [Fact]
    public void Where_time_itself_cannot_go_on_the_case_shows_an_incident_once()
    {
        var file = new OneMatterCase("2031-12-01", null, matter => matter with { Statutory = matter.Statutory with { Amount = 60 } });

        file.Accept("2031-12-15", Actor.Engine, new ReachTime());
        file.Accept("2031-12-15", Actor.Engine, new ReachTime()).Events.ShouldBeEmpty();

        file.State.Incidents.Values.ShouldHaveSingleItem().Message.ShouldContain("60 working days after 2031-12-01 end later");
        file.State.Matters["licence"].AcceptedOn.ShouldBeNull();
    }
}
