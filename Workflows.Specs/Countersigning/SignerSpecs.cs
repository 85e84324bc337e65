using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Execution;
using Xunit;

namespace Workflows.Specs.Countersigning;

/// <summary>Signers that are added and taken away while the countersign runs.</summary>
public class SignerSpecs
{
    private const string Changeable = """<approval:operation name="add-signer" /><approval:operation name="remove-signer" /><approval:operation name="send-back" />""";

    private static readonly Actor Wang = new("wang", "王科员", "other", [Role.Officer]);
    private static readonly Actor Li = new("li", "李科员", "department", [Role.Officer]);

    private readonly ProcessRun run = CountersignSpecs.Start("""approval:countersign="all" """, "2", Changeable);

    private int First => run.State.WorkItems.Values.First(item => item.ElementId == "sign").Id;

    [Fact]
    public void Whoever_asks_for_a_signature_before_the_own_one_waits_for_it()
    {
        Add(SignerPlace.Before);

        run.State.WorkItems[First].State.ShouldBe(WorkItemState.Waiting);
        var asked = Of(Wang);
        (asked.State, asked.Department).ShouldBe((WorkItemState.Claimed, "other"));
        run.Try(new CompleteWorkItem(First, "agree", null))!.Code.ShouldBe(RejectionCode.InvalidState);
        Sign(Wang, "agree");
        run.State.WorkItems[First].State.ShouldBe(WorkItemState.Claimed);
        Sign(Li, "agree");
        run.Complete("sign", outcome: "agree").Open().ShouldBe(["agreed"]);
    }

    [Fact]
    public void Whoever_signs_afterwards_is_asked_when_the_first_has_signed()
    {
        Add(SignerPlace.After);
        run.Open().ShouldBe(["sign1", "sign2"]);

        Sign(Li, "agree");
        run.Complete("sign", outcome: "agree").Open().ShouldBe(["sign3"]);

        Sign(Wang, "agree");
        run.Open().ShouldBe(["agreed"]);
    }

    [Fact]
    public void One_after_the_other_the_added_one_comes_before_the_next()
    {
        var sequence = CountersignSpecs.Start("""isSequential="true" approval:countersign="all" """, "2", Changeable);
        sequence.Send(new AddSigner(sequence.OpenItem("sign").Id, Wang, SignerPlace.After, "请会签"));

        sequence.Complete("sign", outcome: "agree").Open().ShouldBe(["sign3"]);
        sequence.Send(new CompleteWorkItem(sequence.OpenItem("sign").Id, "agree", null), by: Wang).Open().ShouldBe(["sign2"]);
    }

    [Fact]
    public void A_reject_while_a_signer_is_being_added_ends_the_added_one_and_who_waits_for_it()
    {
        Add(SignerPlace.Before);

        run.Send(new CompleteWorkItem(run.State.WorkItems.Values.Single(item => item is { ElementId: "sign", State: WorkItemState.Offered }).Id, "disagree", null));

        run.Open().ShouldBe(["refused"]);
        run.State.WorkItems.Values.Count(item => item.State is WorkItemState.Withdrawn).ShouldBe(2);
        run.State.Instances.Values.Any(instance => instance.ElementId == "sign").ShouldBeFalse();
    }

    [Fact]
    public void The_added_one_may_reject_and_that_ends_it_too()
    {
        Add(SignerPlace.Before);

        Sign(Wang, "disagree");

        run.Open().ShouldBe(["refused"]);
    }

    [Fact]
    public void A_signer_who_is_taken_away_is_not_waited_for()
    {
        Add(SignerPlace.Before);

        run.Send(new RemoveSigner(First, Of(Wang).Id, "已经电话沟通"));

        run.State.WorkItems[First].State.ShouldBe(WorkItemState.Claimed);
        Sign(Li, "agree");
        run.Complete("sign", outcome: "agree").Open().ShouldBe(["agreed"]);
    }

    [Fact]
    public void Taking_away_the_one_whom_others_follow_lets_them_sign()
    {
        Add(SignerPlace.After);
        var second = run.State.WorkItems.Values.Single(item => item is { ElementId: "sign", State: WorkItemState.Offered });
        run.Send(new ClaimWorkItem(second.Id), by: Li with { AccountId = "zhang", Name = "张科员" });

        run.Send(new RemoveSigner(second.Id, First, "不必会签"), by: Li with { AccountId = "zhang", Name = "张科员" });

        run.Open().ShouldBe(["sign2", "sign3"]);
        Of(Wang).State.ShouldBe(WorkItemState.Claimed);
    }

    [Fact]
    public void Taking_away_the_last_who_has_not_signed_ends_it()
    {
        Add(SignerPlace.After);
        Sign(Li, "agree");
        run.Complete("sign", outcome: "agree");

        var head = new Actor("head", "负责人", "other", [Role.DepartmentHead]);
        run.Send(new RemoveSigner(Of(Wang).Id, Of(Wang).Id, "已经出国"), by: head);

        run.Open().ShouldBe(["agreed"]);
    }

    [Fact]
    public void There_is_never_less_than_one_signer()
    {
        var one = CountersignSpecs.Start("""approval:countersign="all" """, "1", Changeable);
        var head = new Actor("head", "负责人", "department", [Role.DepartmentHead]);

        var item = one.OpenItem("sign").Id;
        one.Try(new RemoveSigner(item, item, "不必会签"), by: head)!.Code.ShouldBe(RejectionCode.LastSigner);
    }

    [Theory]
    [InlineData("officer", "请会签", RejectionCode.AlreadySigner, "li")]
    [InlineData("window-clerk", "请会签", RejectionCode.NotEntitled, "zhou")]
    [InlineData("officer", " ", RejectionCode.OpinionRequired, "zhou")]
    public void Is_refused_with_its_reason(string post, string reason, RejectionCode code, string account)
    {
        run.Try(new AddSigner(First, new Actor(account, "周科员", "other", [post]), SignerPlace.Before, reason))!.Code.ShouldBe(code);
        run.Try(new AddSigner(First, Wang, SignerPlace.Before, "请会签")).ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_asked_twice_also_not_by_another()
    {
        Add(SignerPlace.After);
        var second = run.State.WorkItems.Values.Single(item => item is { ElementId: "sign", State: WorkItemState.Offered }).Id;

        run.Try(new AddSigner(second, Wang, SignerPlace.Before, "请会签"))!.Arguments.ShouldBe(["会签", "王科员"]);
    }

    [Fact]
    public void Who_is_kept_out_of_the_case_is_not_asked()
    {
        run.Send(new ExcludeOfficer(Wang, "近亲属"), by: Wang);

        run.Try(new AddSigner(First, Wang, SignerPlace.Before, "请会签"))!.Code.ShouldBe(RejectionCode.Excluded);
    }

    [Fact]
    public void A_finished_signature_takes_no_signer_and_cannot_be_taken_away()
    {
        run.Complete("sign", outcome: "agree");
        var second = run.OpenItem("sign").Id;

        run.Try(new AddSigner(First, Wang, SignerPlace.After, "请会签"))!.Code.ShouldBe(RejectionCode.AlreadyCompleted);
        run.Send(new ClaimWorkItem(second));
        run.Try(new RemoveSigner(second, First, "不必会签"))!.Code.ShouldBe(RejectionCode.AlreadyCompleted);
        run.Try(new RemoveSigner(second, second, "不必会签"))!.Code.ShouldBe(RejectionCode.NotEntitled);
        run.Try(new RemoveSigner(second, 999, "不必会签"))!.Code.ShouldBe(RejectionCode.NotFound);
    }

    [Fact]
    public void A_definition_that_does_not_allow_it_is_kept_to()
    {
        var fixedSigners = CountersignSpecs.Start("""approval:countersign="all" """);

        fixedSigners.Try(new AddSigner(fixedSigners.OpenItem("sign").Id, Wang, SignerPlace.Before, "请会签"))!.Code.ShouldBe(RejectionCode.OperationNotAllowed);
    }

    [Fact]
    public void Sent_back_into_all_sign_again_without_the_added_one()
    {
        Add(SignerPlace.After);
        Sign(Li, "agree");
        run.Complete("sign", outcome: "agree");
        Sign(Wang, "agree");

        run.Send(new SendBack(run.OpenItem("agreed").Id, "sign", SendBackReturn.Again, "意见不明"));

        run.Open().ShouldBe(["sign1", "sign2"]);
    }

    private void Add(SignerPlace place) => run.Send(new AddSigner(First, Wang, place, "请会签"));

    private void Sign(Actor signer, string outcome) => run.Send(new CompleteWorkItem(Of(signer).Id, outcome, null), by: signer);

    private WorkItem Of(Actor signer) => run.State.WorkItems.Values.Last(item => item.IsOpen && item.Holder?.AccountId == signer.AccountId);
}
