using Shouldly;
using Workflows.Definitions.Clocks;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Cases;

/// <summary>Silent consent (超时默认), and the ten days to deliver.</summary>
public class ConsentingSpecs
{
    private static readonly ClockRules Rules = new()
    {
        Limits = new Dictionary<ClockKind, TimeLimit>
        {
            [ClockKind.SilentConsentFollowUp] = new(1, TimeUnit.WorkingDays, ClockKind.SilentConsentFollowUp),
            [ClockKind.Delivery] = new(10, TimeUnit.WorkingDays, ClockKind.Delivery),
        },
    };

    private readonly OneMatterCase file = new("2026-03-02", Rules, matter => matter with { SilentConsent = new SilentConsentRule("泰政办发〔2022〕58号") });

    public ConsentingSpecs() => file.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");

    [Fact]
    public void A_promise_that_passes_in_silence_approves_the_matter_and_the_process_goes_on()
    {
        file.Accept("2026-03-16", Actor.Engine, new ReachTime()).Events.ShouldBeEmpty();
        file.Accept("2026-03-17", Actor.Engine, new ReachTime());

        var matter = file.State.Matters["licence"];
        matter.State.ShouldBe(MatterState.CompletedApproved);
        matter.SilentConsent.ShouldBe(new SilentConsent(new DateOnly(2026, 3, 17), "泰政办发〔2022〕58号", "market"));
        matter.Results.ShouldBeEmpty();
        file.State.WorkItems.Values.Last().State.ShouldBe(WorkItemState.Withdrawn);
        file.State.Status.ShouldBe(CaseStatus.Completed);
    }

    [Fact]
    public void The_department_owes_the_document_within_one_working_day_also_after_the_case_has_ended()
    {
        file.Accept("2026-03-17", Actor.Engine, new ReachTime());

        var owed = file.State.Clocks.Values.Single(clock => clock.Limit.Kind is ClockKind.SilentConsentFollowUp);
        owed.IsRunning.ShouldBeTrue();
        ClockReading.Of(owed, LibraryFolder.China, Days.Day("2026-03-17")).DueOn.ShouldBe(new DateOnly(2026, 3, 17));

        file.Accept("2026-03-17", OneMatterCase.Officer, new IssueOverdueDocument("licence"));
        file.State.Matters["licence"].Results.ShouldHaveSingleItem().Code.ShouldBe("food-licence");
        file.State.Clocks[owed.Id].Met.ShouldBe(true);
        file.Refuse("2026-03-17", OneMatterCase.Officer, new IssueOverdueDocument("licence")).Code.ShouldBe(RejectionCode.InvalidState);
    }

    [Fact]
    public void Only_its_department_can_issue_it_and_only_after_silence()
    {
        file.Refuse("2026-03-10", OneMatterCase.Officer, new IssueOverdueDocument("licence")).Code.ShouldBe(RejectionCode.NotFound);
        file.Accept("2026-03-17", Actor.Engine, new ReachTime());

        file.Refuse("2026-03-17", OneMatterCase.Stranger, new IssueOverdueDocument("licence")).Code.ShouldBe(RejectionCode.NotEntitled);
    }

    [Fact]
    public void Without_a_rule_silence_means_nothing()
    {
        var plain = new OneMatterCase("2026-03-02");
        plain.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");

        plain.Accept("2026-03-17", Actor.Engine, new ReachTime());

        plain.State.Matters["licence"].SilentConsent.ShouldBeNull();
        plain.State.Status.ShouldBe(CaseStatus.Running);
    }

    [Fact]
    public void What_was_decided_in_time_is_delivered_within_ten_working_days()
    {
        file.Complete("2026-03-03", OneMatterCase.Officer, "review", "pass");
        file.Complete("2026-03-04", OneMatterCase.Head, "decide", "approve");

        var delivery = file.State.Clocks.Values.Single(clock => clock.Limit.Kind is ClockKind.Delivery);
        ClockReading.Of(delivery, LibraryFolder.China, Days.Day("2026-03-04")).DueOn.ShouldBe(new DateOnly(2026, 3, 18));

        file.Complete("2026-03-05", OneMatterCase.Officer, "certify", "done");
        file.State.Clocks[delivery.Id].Met.ShouldBe(true);
    }
}
