using Shouldly;
using Workflows.Designer.Cases;
using Workflows.Designer.Diagrams;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Specs.Cases;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>The diagram of a case shows where it has been, where it is, and what it leaves out.</summary>
public sealed class CaseDiagramSpecs
{
    private readonly OneMatterCase played = new();

    [Fact]
    public void What_was_passed_is_done_and_what_lives_is_active()
    {
        var diagram = Draw();

        diagram.ProcessId.ShouldBe("service");
        diagram.States["start"].ShouldBe(DiagramState.Done);
        diagram.States["f1"].ShouldBe(DiagramState.Done);
        diagram.States["licence"].ShouldBe(DiagramState.Active);
        diagram.Tokens.ShouldBe(new Dictionary<string, int> { ["licence"] = 1 });
        diagram.States.Keys.ShouldNotContain("end");
    }

    [Fact]
    public void A_called_process_has_a_diagram_of_its_own()
    {
        var called = Draw().Called["licence"];

        var diagram = Draw(called);

        diagram.ProcessId.ShouldBe("approval");
        diagram.States["accept"].ShouldBe(DiagramState.Active);
        diagram.States["g1"].ShouldBe(DiagramState.Done);
        diagram.States.Keys.ShouldNotContain("licence");
    }

    [Fact]
    public void A_step_that_waits_for_a_correction_shows_it_in_its_own_diagram_and_in_the_one_above()
    {
        played.Accept("2026-02-14", OneMatterCase.Officer, new RequestCorrection(
            played.OpenItem("accept"), [new CorrectionPoint("plan", null, "平面图完整", null)], "平面图缺页"));

        var diagram = Draw();

        diagram.States["licence"].ShouldBe(DiagramState.Returned);
        Draw(diagram.Called["licence"]).States["accept"].ShouldBe(DiagramState.Returned);
    }

    [Fact]
    public void A_case_that_has_ended_can_still_be_looked_into()
    {
        played.Complete("2026-02-14", OneMatterCase.Officer, "accept", "accept");
        played.Complete("2026-02-24", OneMatterCase.Officer, "review", "pass");
        played.Complete("2026-02-25", OneMatterCase.Head, "decide", "approve");
        played.Complete("2026-02-26", OneMatterCase.Officer, "certify", "done");

        var diagram = Draw();

        diagram.States["licence"].ShouldBe(DiagramState.Done);
        diagram.States["end"].ShouldBe(DiagramState.Done);
        diagram.Tokens.ShouldBeEmpty();
        Draw(diagram.Called["licence"]).States["certify"].ShouldBe(DiagramState.Done);
    }

    private CaseDiagram Draw(int? frame = null) => CaseDiagram.Of(played.Events, played.State, played.Definitions, frame);
}
