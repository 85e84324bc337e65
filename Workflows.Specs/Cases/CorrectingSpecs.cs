using Shouldly;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Materials;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Cases;

public class CorrectingSpecs
{
    private static readonly CorrectionPoint Lease = new("lease", null, "租赁期限不少于一年", null);

    private readonly OneMatterCase file = new("2026-02-11");

    public CorrectingSpecs() => file.Complete("2026-02-11", OneMatterCase.Officer, "accept", "accept");

    [Fact]
    public void A_correction_stops_promise_and_statute_and_the_answer_moves_both_due_days()
    {
        Request("2026-02-13");
        Answer("2026-02-25");

        Due(ClockKind.Promise).ShouldBe(new DateOnly(2026, 3, 6));
        Due(ClockKind.Statutory).ShouldBe(new DateOnly(2026, 3, 20));
        file.State.Matters["licence"].State.ShouldBe(MatterState.CorrectionEnded);
    }

    [Fact]
    public void A_stop_names_its_notice_basis_and_actor()
    {
        Request("2026-02-13");

        var stop = file.State.Clocks.Values.First(clock => clock.Limit.Kind is ClockKind.Promise).Stops.ShouldHaveSingleItem();
        stop.Document.ShouldBe("20260213-0001-B1");
        stop.Basis.ShouldBe("《中华人民共和国行政许可法》第三十二条");
        stop.Actor.ShouldBe("李科员");
    }

    [Fact]
    public void While_it_waits_for_a_correction_a_work_item_cannot_be_completed()
    {
        Request("2026-02-13");

        file.Refuse("2026-02-24", OneMatterCase.Officer, new CompleteWorkItem(file.OpenItem("review"), "pass", null)).Code.ShouldBe(RejectionCode.InvalidState);
        file.State.WorkItems[file.OpenItem("review")].State.ShouldBe(WorkItemState.Suspended);
    }

    [Fact]
    public void An_answer_gives_the_work_item_back_to_its_holder_with_the_new_material()
    {
        Request("2026-02-13");
        Answer("2026-02-25");

        var item = file.State.WorkItems[file.OpenItem("review")];
        item.State.ShouldBe(WorkItemState.Claimed);
        item.Holder!.Name.ShouldBe("李科员");
        file.State.Materials["lease"].FileName.ShouldBe("lease-2.pdf");
    }

    [Fact]
    public void A_correction_is_answered_once()
    {
        Request("2026-02-13");
        Answer("2026-02-25");

        file.Refuse("2026-02-26", OneMatterCase.Clerk, new AnswerCorrection(Correction, [Material("2026-02-26")], null, null)).Code.ShouldBe(RejectionCode.InvalidState);
    }

    [Fact]
    public void An_answer_that_brings_nothing_is_refused()
    {
        Request("2026-02-13");

        file.Refuse("2026-02-24", OneMatterCase.Clerk, new AnswerCorrection(Correction, [], null, "已补")).Code.ShouldBe(RejectionCode.InvalidApplication);
    }

    [Fact]
    public void An_officer_does_not_answer_for_the_applicant()
    {
        Request("2026-02-13");

        file.Refuse("2026-02-24", OneMatterCase.Officer, new AnswerCorrection(Correction, [Material("2026-02-24")], null, null)).Code.ShouldBe(RejectionCode.NotEntitled);
    }

    [Fact]
    public void A_correction_says_what_is_missing()
    {
        var request = new RequestCorrection(file.OpenItem("review"), [], "材料不齐");

        file.Refuse("2026-02-13", OneMatterCase.Officer, request).Code.ShouldBe(RejectionCode.OpinionRequired);
    }

    [Fact]
    public void A_step_that_does_not_allow_corrections_refuses_them()
    {
        file.Complete("2026-02-12", OneMatterCase.Officer, "review", "pass");

        file.Refuse("2026-02-13", OneMatterCase.Head, new RequestCorrection(file.OpenItem("decide"), [Lease], "材料不齐"))
            .Code.ShouldBe(RejectionCode.OperationNotAllowed);
    }

    [Fact]
    public void After_a_correction_at_acceptance_the_limits_run_from_the_day_on_which_the_application_was_complete()
    {
        var early = new OneMatterCase("2026-03-02");
        early.Accept("2026-03-03", OneMatterCase.Officer, new RequestCorrection(early.OpenItem("accept"), [Lease], "材料不齐"));
        early.Accept("2026-03-06", OneMatterCase.Clerk, new AnswerCorrection(early.State.Corrections.Values.Single().Id, [Material("2026-03-06")], null, null));
        early.Complete("2026-03-09", OneMatterCase.Officer, "accept", "accept");

        early.State.Matters["licence"].AcceptedOn.ShouldBe(new DateOnly(2026, 3, 6));
    }

    [Fact]
    public void A_second_correction_may_ask_again_for_what_the_first_named()
    {
        Request("2026-02-13");
        Answer("2026-02-25");

        file.Accept("2026-02-26", OneMatterCase.Officer, new RequestCorrection(file.OpenItem("review"), [Lease], "仍然不足一年"));
    }

    [Fact]
    public void A_second_correction_that_names_something_new_is_refused()
    {
        Request("2026-02-13");
        Answer("2026-02-25");

        var refused = file.Refuse("2026-02-26", OneMatterCase.Officer, new RequestCorrection(file.OpenItem("review"), [Lease, Copy], "缺少副本"));
        (refused.Code, refused.Arguments[^1]).ShouldBe((RejectionCode.NotToldAtOnce, "许可证副本"));
    }

    [Fact]
    public void New_facts_of_the_applicant_let_something_new_be_asked_for()
    {
        Request("2026-02-13");
        file.Accept("2026-02-25", OneMatterCase.Clerk, new AnswerCorrection(Correction, [Material("2026-02-25")], FeelContext.Empty.With("floorArea", 200), "扩大了面积"));

        file.Accept("2026-02-26", OneMatterCase.Officer, new RequestCorrection(file.OpenItem("review"), [Copy], "面积变了"));
    }

    [Fact]
    public void What_the_applicant_brought_unasked_may_be_found_wanting()
    {
        Request("2026-02-13");
        file.Accept("2026-02-25", OneMatterCase.Clerk, new AnswerCorrection(Correction, [Material("2026-02-25"), Material("2026-02-25") with { Code = "licence-copy" }], null, null));

        file.Accept("2026-02-26", OneMatterCase.Officer, new RequestCorrection(file.OpenItem("review"), [Copy], "副本看不清"));
    }

    private static CorrectionPoint Copy => new("licence-copy", null, "许可证副本清晰", null);

    private int Correction => file.State.Corrections.Values.Single().Id;

    private void Request(string on) =>
        file.Accept(on, OneMatterCase.Officer, new RequestCorrection(file.OpenItem("review"), [Lease], "租赁合同不足一年"));

    private void Answer(string on) => file.Accept(on, OneMatterCase.Clerk, new AnswerCorrection(Correction, [Material(on)], FeelContext.Empty, "已补正"));

    private DateOnly Due(ClockKind kind) =>
        ClockReading.Of(file.State.Clocks.Values.Single(clock => clock.Limit.Kind == kind), LibraryFolder.China, new DateOnly(2026, 2, 26)).DueOn;

    private static GivenMaterial Material(string on) =>
        new("lease", new string('a', 64), "lease-2.pdf", "application/pdf", 1000, Days.At(on, 15), "钱窗口");
}
