using Shouldly;
using Workflows.Engine.Cases;
using Workflows.Engine.Cases.Deciding;
using Xunit;

namespace Workflows.Specs.Cases;

/// <summary>Reminders, copies and comments: told and kept, and nothing else moves.</summary>
public class CirculatingSpecs
{
    private readonly OneMatterCase file = new("2026-03-02");

    private int Accept => file.OpenItem("accept");

    [Fact]
    public void A_reminder_is_kept_and_moves_nothing()
    {
        var before = file.State;

        file.Accept("2026-03-03", OneMatterCase.Head, new RemindWorkItem(Accept, "明天到期"));

        file.State.WorkItems[Accept].RemindedAt.ShouldNotBeNull();
        (file.State.Tokens, file.State.Clocks, file.State.Instances).ShouldBe((before.Tokens, before.Clocks, before.Instances));
    }

    [Fact]
    public void Somebody_reminds_once_a_day()
    {
        file.Accept("2026-03-03", OneMatterCase.Head, new RemindWorkItem(Accept, null));

        file.Refuse("2026-03-03", OneMatterCase.Head, new RemindWorkItem(Accept, null)).Code.ShouldBe(RejectionCode.AlreadyReminded);
        file.Accept("2026-03-04", OneMatterCase.Head, new RemindWorkItem(Accept, null));
    }

    [Fact]
    public void Only_those_who_answer_for_the_case_remind_and_only_of_what_is_open()
    {
        var item = Accept;
        file.Refuse("2026-03-03", OneMatterCase.Officer, new RemindWorkItem(item, null)).Code.ShouldBe(RejectionCode.NotEntitled);
        file.Refuse("2026-03-03", OneMatterCase.Stranger, new RemindWorkItem(item, null)).Code.ShouldBe(RejectionCode.NotFound);
        file.Refuse("2026-03-03", OneMatterCase.Head, new RemindWorkItem(999, null)).Code.ShouldBe(RejectionCode.NotFound);

        file.Accept("2026-03-03", OneMatterCase.Clerk, new RemindWorkItem(item, null));
        file.Complete("2026-03-03", OneMatterCase.Officer, "accept", "accept");
        file.Refuse("2026-03-04", OneMatterCase.Head, new RemindWorkItem(item, null)).Code.ShouldBe(RejectionCode.AlreadyCompleted);
    }

    [Fact]
    public void A_copy_is_read_once_and_a_second_copy_again()
    {
        Copy(OneMatterCase.Head);

        file.Accept("2026-03-03", OneMatterCase.Head, new MarkCopyRead());
        file.State.Copies["zhao"].ReadAt.ShouldNotBeNull();
        file.Refuse("2026-03-03", OneMatterCase.Head, new MarkCopyRead()).Code.ShouldBe(RejectionCode.InvalidState);
        Copy(OneMatterCase.Head);
        file.State.Copies["zhao"].ReadAt.ShouldBeNull();
    }

    [Fact]
    public void Nobody_gets_a_copy_who_may_not_see_the_case()
    {
        file.Accept("2026-03-02", OneMatterCase.Colleague, new ExcludeOfficer(OneMatterCase.Colleague, "近亲属"));

        Refused(OneMatterCase.Stranger).ShouldBe(RejectionCode.NotEntitled);
        Refused(OneMatterCase.Colleague).ShouldBe(RejectionCode.Excluded);
        Refused().ShouldBe(RejectionCode.NotFound);
        file.Refuse("2026-03-03", OneMatterCase.Stranger, new CopyCase([OneMatterCase.Head], null)).Code.ShouldBe(RejectionCode.NotFound);
        file.Refuse("2026-03-03", OneMatterCase.Head, new MarkCopyRead()).Code.ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public void A_comment_is_of_the_case_or_of_one_of_its_items()
    {
        file.Accept("2026-03-03", OneMatterCase.Officer, new CommentOnCase("已电话核实", Accept));
        file.Accept("2026-03-03", OneMatterCase.Clerk, new CommentOnCase("申请人下午来取"));

        file.Events.OfType<CommentMade>().Select(comment => (comment.By.Name, comment.WorkItemId)).ShouldBe([("李科员", Accept), ("钱窗口", null)]);
    }

    [Fact]
    public void A_comment_says_something_and_not_too_much()
    {
        file.Refuse("2026-03-03", OneMatterCase.Officer, new CommentOnCase(" ")).Code.ShouldBe(RejectionCode.OpinionRequired);
        file.Refuse("2026-03-03", OneMatterCase.Officer, new CommentOnCase(new string('长', Circulating.LongestComment + 1))).Code.ShouldBe(RejectionCode.TooLong);
        file.Refuse("2026-03-03", OneMatterCase.Officer, new CommentOnCase("看过", 999)).Code.ShouldBe(RejectionCode.NotFound);
        file.Refuse("2026-03-03", OneMatterCase.Stranger, new CommentOnCase("看过")).Code.ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public void Of_an_ended_case_people_still_tell_each_other()
    {
        file.Accept("2026-03-03", OneMatterCase.Head, new TerminateCase("办理规程", "终字〔2026〕1号", "经营主体已经注销"));

        Copy(OneMatterCase.Officer);
        file.Accept("2026-03-04", OneMatterCase.Officer, new MarkCopyRead());
        file.Accept("2026-03-04", OneMatterCase.Officer, new CommentOnCase("已归档"));
        file.State.Status.ShouldBe(CaseStatus.Terminated);
    }

    private void Copy(params Actor[] to) => file.Accept("2026-03-03", OneMatterCase.Clerk with { Department = "market" }, new CopyCase(to, "请知悉"));

    private RejectionCode Refused(params Actor[] to) => file.Refuse("2026-03-03", OneMatterCase.Officer, new CopyCase(to, null)).Code;
}
