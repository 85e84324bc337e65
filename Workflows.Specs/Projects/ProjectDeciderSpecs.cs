using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Projects;
using Workflows.Engine.Cases;
using Workflows.Engine.Projects;
using Workflows.Specs.Drivers;
using Workflows.Specs.Storage;
using Workflows.Specs.Support;
using Xunit;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Projects;

public class ProjectDeciderSpecs
{
    private static readonly Definitions.Libraries.Library Library = LibraryReader.Read(LibraryFolder.Path);

    private static readonly ProjectGround Ground = new(
        Library.Projects["building"],
        1,
        new Dictionary<string, Case>(),
        Library.Services,
        Library.Departments.ToDictionary(department => department.Key, department => department.Value.Name),
        new DateOnly(2026, 3, 2));

    private static readonly RegisterProject Registration = new(
        "恒远科技园一期", "building", InvestmentSource.Social, ConstructionProject.Builder, new ProjectScale(48000, 45000), new ProjectLand(32000, "出让", false));

    [Theory]
    [InlineData("2026-320402-47-01-102835", true)]
    [InlineData("2026-320402-47-01-10283X", true)]
    [InlineData("", false)]
    [InlineData("2026-320402-47-01-1028351", false)]
    [InlineData("2026320402470110283500000", false)]
    [InlineData("2026-320402-47-01-10283x", false)]
    public void A_code_is_looked_at_by_its_shape(string code, bool isWellFormed) => ProjectCode.IsWellFormed(code).ShouldBe(isWellFormed);

    [Fact]
    public void A_stage_whose_lead_was_abolished_needs_another_and_nothing_is_lost()
    {
        var project = Registered();
        var after = Ground with { Departments = Ground.Departments.Where(department => department.Key != "development-reform").ToDictionary() };

        Decide(new OpenStage("land", "case-1", ["project-filing"], []), project, after).Rejection!.Code.ShouldBe(RejectionCode.DepartmentAbolished);
        Decide(new ReplaceLead("land", "development-reform", "常政办发〔2026〕1号"), project, after).Rejection!.Code.ShouldBe(RejectionCode.DepartmentAbolished);
        Decide(new ReplaceLead("land", "natural-resources", ""), project, after).Rejection!.Code.ShouldBe(RejectionCode.BasisRequired);
        var replaced = Apply(project, Decide(new ReplaceLead("land", "natural-resources", "常政办发〔2026〕1号"), project, after));

        Decide(new OpenStage("land", "case-1", ["project-filing"], []), replaced, after).Events.ShouldHaveSingleItem().ShouldBeOfType<StageOpened>();
        replaced.LeadOf(Ground.Type.Stages[0]).ShouldBe("natural-resources");
    }

    [Fact]
    public void A_stage_whose_case_never_came_to_be_is_opened_again()
    {
        var opened = Apply(Registered(), Decide(new OpenStage("land", "case-1", ["project-filing"], []), Registered(), Ground));

        Decide(new OpenStage("land", "case-2", ["project-filing"], []), opened, Ground).Events.ShouldHaveSingleItem().ShouldBeOfType<StageOpened>();
        Apply(opened, Decide(new DropStage("case-1", "Expected …"), opened, Ground)).Cases.ShouldBeEmpty();
    }

    [Fact]
    public void A_regional_result_stands_for_its_matter_until_it_expires()
    {
        var result = new RegionalResult("environmental-impact", "QYPG-320402-03", "高新区环境影响区域评估", "常环区评〔2025〕3号", new DateOnly(2025, 6, 1), new DateOnly(2027, 5, 31));
        var project = Apply(Registered(), Decide(new RecordRegionalResult(result), Registered(), Ground));

        StageStates.IsApproved("environmental-impact", project, Ground).ShouldBeTrue();
        StageStates.IsApproved("environmental-impact", project, Ground with { Today = new DateOnly(2027, 6, 1) }).ShouldBeFalse();
        Decide(new RecordRegionalResult(result), Registered(), Ground with { Today = new DateOnly(2027, 6, 1) }).Rejection!.Code.ShouldBe(RejectionCode.DocumentExpired);
    }

    [Fact]
    public void A_stage_that_needs_a_document_that_has_expired_is_refused_by_its_name()
    {
        var permit = new ReusedMaterial("land-planning-permit", "建设用地规划许可证", "land", "C-1", "land-planning-permit", "地字第20260001号", new DateOnly(2025, 3, 2), new DateOnly(2026, 3, 1), null, null);
        var open = new OpenStage("land", "case-1", ["project-filing"], [permit]);

        Decide(open, Registered(), Ground).Rejection!.ShouldSatisfyAllConditions(
            rejected => rejected.Code.ShouldBe(RejectionCode.DocumentExpired),
            rejected => rejected.Arguments.ShouldBe(["建设用地规划许可证", "2026-03-01"]));
        Decide(open, Registered(), Ground with { Today = new DateOnly(2026, 3, 1) }).Events.ShouldHaveSingleItem().ShouldBeOfType<StageOpened>();
    }

    [Fact]
    public void A_project_that_has_ended_takes_nothing_more()
    {
        var ended = Apply(Registered(), Decide(new TerminateProject("建设单位放弃"), Registered(), Ground));

        Decide(new OpenStage("land", "case-1", [], []), ended, Ground).Rejection!.Code.ShouldBe(RejectionCode.InvalidState);
        Decide(new TerminateProject(" "), Registered(), Ground).Rejection!.Code.ShouldBe(RejectionCode.ReasonRequired);
    }

    [Fact]
    public void Only_the_window_and_administrators_register()
    {
        var officer = new Actor("officer", "张强", "fire-rescue", [Role.Officer]);

        ProjectDecider.Decide(Registration, ConstructionProject.Code, null, Ground, officer, TestEngine.Monday).Rejection!.Code.ShouldBe(RejectionCode.NotEntitled);
        Decide(Registration, Registered(), Ground).Rejection!.Code.ShouldBe(RejectionCode.InvalidState);
    }

    [Fact]
    public void Where_the_land_comes_with_a_design_the_second_and_third_stage_are_one()
    {
        Ground.Type.StagesFor(false).Select(stage => stage.Code).ShouldBe(["land", "planning", "construction", "completion"]);
        Ground.Type.StagesFor(true).Select(stage => (stage.Code, stage.After)).ShouldBe([("land", null), ("planning-and-construction", "land"), ("completion", "planning-and-construction")]);
        Ground.Type.LatestStage("energy-review", landWithDesign: true).ShouldBe("planning-and-construction");
    }

    private static Project Registered() => Apply(null, Decide(Registration, null, Ground));

    private static ProjectDecision Decide(ProjectCommand command, Project? project, ProjectGround ground) =>
        ProjectDecider.Decide(command, ConstructionProject.Code, project, ground, People.Clerk, TestEngine.Monday);

    private static Project Apply(Project? project, ProjectDecision decision)
    {
        decision.Rejection?.Message.ShouldBeNull();
        return decision.Events.Aggregate(project, (state, @event) => ProjectFolding.Apply(state, @event))!;
    }
}
