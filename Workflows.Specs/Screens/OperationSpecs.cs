using Shouldly;
using Workflows.Designer.Operations;
using Workflows.Engine.Cases;
using Workflows.Engine.Lookup;
using Workflows.Specs.Cases;
using Workflows.Specs.Support;
using Xunit;
using static Workflows.Designer.Operations.OperationKind;

namespace Workflows.Specs.Screens;

/// <summary>The menu of operations offers what the engine would accept, and nothing else; and tells before what will happen.</summary>
public sealed class OperationSpecs
{
    private static readonly Actor Administrator = new("admin", "管理员", null, [Role.Administrator]);

    private static readonly OperationPeople People = new(
        [OneMatterCase.Officer, OneMatterCase.Colleague, OneMatterCase.Head, OneMatterCase.Stranger, OneMatterCase.Clerk, Administrator],
        code => code ?? "");

    private readonly OneMatterCase file = new("2026-03-02");

    [Fact]
    public void The_holder_passes_on_and_delegates_to_colleagues_of_the_post_only()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(file.OpenItem("accept")));

        var operations = OfItem(OneMatterCase.Officer);

        operations.Select(operation => operation.Kind).ShouldBe([Assign, OperationKind.Delegate, Copy, Comment, Exclude]);
        operations[0].Choices.Select(choice => choice.Name).ShouldBe(["王科员 (market)", "赵科长 (market)"]);
        operations[0].Reason.ShouldBe(ReasonNeed.Required);
        operations[^1].Choices.ShouldHaveSingleItem().Code.ShouldBe(OneMatterCase.Officer.AccountId);
    }

    [Fact]
    public void The_head_assigns_and_reminds_and_an_officer_who_holds_nothing_only_speaks()
    {
        OfItem(OneMatterCase.Head).Select(operation => operation.Kind).ShouldBe([Assign, Remind, Copy, Comment, Exclude]);
        OfItem(OneMatterCase.Colleague).Select(operation => operation.Kind).ShouldBe([Copy, Comment, Exclude]);
        OfItem(OneMatterCase.Head)[0].Reason.ShouldBe(ReasonNeed.Optional);
    }

    [Fact]
    public void What_is_delegated_can_be_handed_back_by_both()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(file.OpenItem("accept")));
        file.Accept("2026-03-02", OneMatterCase.Officer, new DelegateWorkItem(file.OpenItem("accept"), OneMatterCase.Colleague, "外出"));

        OfItem(OneMatterCase.Officer).ShouldContain(operation => operation.Kind == HandBack);
        OfItem(OneMatterCase.Colleague).ShouldContain(operation => operation.Kind == HandBack);
        OfItem(OneMatterCase.Head).ShouldNotContain(operation => operation.Kind == HandBack);
    }

    [Fact]
    public void A_completed_step_is_taken_back_by_who_completed_it_until_the_next_is_opened()
    {
        file.Complete("2026-03-02", OneMatterCase.Officer, "accept", "accept");
        file.Complete("2026-03-03", OneMatterCase.Officer, "review", "pass");

        OfCase(OneMatterCase.Officer).Single(operation => operation.Kind == Recall).Choices.ShouldHaveSingleItem().Name.ShouldStartWith("审查");
        file.Accept("2026-03-03", OneMatterCase.Head, new ClaimWorkItem(file.OpenItem("decide")));
        OfCase(OneMatterCase.Officer).ShouldNotContain(operation => operation.Kind == Recall);
    }

    [Fact]
    public void The_administrator_jumps_only_to_where_the_case_can_end_and_the_lead_ends_it()
    {
        var jump = OfCase(Administrator).Single(operation => operation.Kind == Jump);

        jump.Choices.Select(choice => choice.Name).ShouldBe(["受理 → 审查", "受理 → 决定", "受理 → 制证", "受理 → done"]);
        OfCase(OneMatterCase.Head).Select(operation => operation.Kind).ShouldContain(Terminate);
        OfCase(OneMatterCase.Officer).Select(operation => operation.Kind).ShouldNotContain(Terminate);
        OfCase(OneMatterCase.Clerk).Select(operation => operation.Kind).ShouldContain(Withdraw);
    }

    [Fact]
    public void Ending_a_case_shows_the_work_the_clocks_and_the_matters_that_end_and_changes_nothing_before()
    {
        var before = file.State;
        var end = OfCase(OneMatterCase.Head).Single(operation => operation.Kind == Terminate);

        var decision = Trial(OneMatterCase.Head).Of(end, OperationEntry.Of()).ShouldBeOfType<Accepted>();
        var effects = OperationEffects.Of(file.State, decision.Case);

        effects.Status.ShouldBe(CaseStatus.Terminated);
        effects.Withdrawn.Select(item => item.Name).ShouldBe(["受理"]);
        effects.EndedClocks.ShouldNotBeEmpty();
        file.State.ShouldBeSameAs(before);
    }

    [Fact]
    public void Passing_on_shows_who_gets_it_and_a_comment_touches_nothing()
    {
        file.Accept("2026-03-02", OneMatterCase.Officer, new ClaimWorkItem(file.OpenItem("accept")));
        var trial = Trial(OneMatterCase.Officer);
        var operations = OfItem(OneMatterCase.Officer);

        var passed = OperationEffects.Of(file.State, ((Accepted)trial.Of(operations[0], OperationEntry.Of(OneMatterCase.Colleague.AccountId))).Case);
        var said = OperationEffects.Of(file.State, ((Accepted)trial.Of(operations.Single(operation => operation.Kind == Comment), OperationEntry.Of())).Case);

        passed.Given.ShouldHaveSingleItem().Holder!.Name.ShouldBe("王科员");
        said.IsNone.ShouldBeTrue();
    }

    private OperationTrial Trial(Actor actor) => new(new CaseView(file.State, 1, file.Definitions, new DateOnly(2026, 3, 3)), actor, Days.At("2026-03-03", 10));

    private IReadOnlyList<Operation> OfItem(Actor actor) => ItemOperations.Of(Trial(actor), file.State.WorkItems[file.OpenItem("accept")], People);

    private IReadOnlyList<Operation> OfCase(Actor actor) => CaseOperations.Of(Trial(actor), People, "整个办件");
}
