using Shouldly;
using Workflows.Definitions.Libraries;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Corrections;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Specs.Cases;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Supervision;

/// <summary>What the library's rules find in a case.</summary>
public class CaseWatchSpecs
{
    private const string Reasons = "经审查，场所面积不足，不符合食品安全标准；可以依法申请行政复议或者提起行政诉讼。";

    private static readonly SupervisionRules Book = LibraryReader.Read(LibraryFolder.Path).Supervision;

    private readonly WatchedCase watched = new(Book);

    [Fact]
    public void A_case_done_in_time_with_reasons_raises_nothing()
    {
        UpToDecision();
        watched.Complete("2026-02-27", OneMatterCase.Head, "decide", "approve", "材料齐全，符合食品安全标准");
        watched.Complete("2026-02-28", OneMatterCase.Officer, "certify", "done");

        watched.State.Status.ShouldBe(CaseStatus.Completed);
        watched.Found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, "opinion-empty")]
    [InlineData("  ", "opinion-empty")]
    [InlineData("同意。", "opinion-bare")]
    public void A_decision_without_an_opinion_is_found(string? opinion, string rule)
    {
        UpToDecision();
        watched.Complete("2026-02-27", OneMatterCase.Head, "decide", "approve", opinion);

        watched.Found.ShouldBe([rule]);
        watched.Findings[0].Charge.Department.ShouldBe("market");
        watched.Findings[0].Charge.Officer!.Name.ShouldBe("赵科长");
    }

    [Fact]
    public void A_refusal_without_reasons_and_rights_is_found()
    {
        UpToDecision();
        watched.Complete("2026-02-27", OneMatterCase.Head, "decide", "reject", "不符合。");

        watched.Found.ShouldBe(["refusal-without-reasons", "refusal-without-rights"], ignoreOrder: true);
    }

    [Fact]
    public void A_refusal_with_reasons_and_rights_is_not_found()
    {
        UpToDecision();
        watched.Complete("2026-02-27", OneMatterCase.Head, "decide", "reject", Reasons);

        watched.Found.ShouldNotContain(rule => rule.StartsWith("refusal", StringComparison.Ordinal));
    }

    [Fact]
    public void A_second_correction_that_names_what_the_first_did_not_is_found_red()
    {
        Correct("2026-02-24", "plan");
        Correct("2026-02-26", "plan", "layout");

        var finding = watched.Findings.Single(finding => finding.Rule.Id == "second-correction-new-material");
        finding.Rule.Level.ShouldBe(AlertLevel.Red);
        finding.Facts["correction"].ToString().ShouldContain("newMaterials: [\"layout\"]");
        watched.Found.Count(rule => rule == "second-correction").ShouldBe(1);
    }

    [Fact]
    public void Acceptance_by_silence_is_found()
    {
        watched.Accept("2026-03-02", Actor.Engine, new ReachTime());

        watched.Found.ShouldContain("accepted-by-silence");
        watched.Found.ShouldNotContain("post-not-entitled");
    }

    [Theory]
    [InlineData("2026-02-24", new string[0])]
    [InlineData("2026-02-25", new[] { "entered-late" })]
    [InlineData("2026-03-03", new[] { "entered-late", "entered-very-late" })]
    public void What_is_entered_working_days_after_it_happened_is_found(string enteredOn, string[] rules)
    {
        // 2026-02-24 is the first working day after the Spring Festival.
        watched.Complete("2026-02-24", OneMatterCase.Officer, "accept", "accept", null, enteredOn);

        watched.Found.ShouldBe(rules, ignoreOrder: true);
    }

    [Fact]
    public void A_step_done_by_somebody_without_the_post_is_found()
    {
        UpToDecision();
        var before = watched.State;
        watched.Complete("2026-02-27", OneMatterCase.Head, "decide", "approve", "材料齐全，符合食品安全标准");

        watched.Look(watched.Entries[^1] with { Before = before, Actor = OneMatterCase.Stranger });

        watched.Found.ShouldBe(["post-not-entitled"]);
    }

    [Fact]
    public void The_same_entry_gives_the_same_findings_whenever_it_is_asked()
    {
        Correct("2026-02-24", "plan");
        Correct("2026-02-26", "layout");
        watched.Complete("2026-02-27", OneMatterCase.Officer, "accept", "accept", null, "2026-03-06");

        var again = watched.Entries.SelectMany(entry => watched.Ask(entry)).ToList();

        watched.Findings.ShouldNotBeEmpty();
        again.Select(Key).ShouldBe(watched.Findings.Select(Key));
        again.Select(finding => finding.Facts).ShouldBe(watched.Findings.Select(finding => finding.Facts));

        static string Key(Engine.Supervision.Watching.RuleFinding finding) => AlertRaising.IdOf(finding.Case?.Id, finding.Rule.Id, finding.Subject);
    }

    private void UpToDecision()
    {
        watched.Complete("2026-02-24", OneMatterCase.Officer, "accept", "accept");
        watched.Complete("2026-02-26", OneMatterCase.Officer, "review", "pass");
    }

    private void Correct(string on, params string[] materials)
    {
        var points = materials.Select(material => new CorrectionPoint(material, null, "不清晰", null)).ToList();
        watched.Accept(on, OneMatterCase.Officer, new RequestCorrection(watched.OpenItem("accept"), points, "材料不清晰"));
        watched.Accept(on, OneMatterCase.Clerk, new AnswerCorrection(watched.State.Corrections.Keys.Last(), [], Definitions.Feel.FeelContext.Empty.With("note", 1), null));
    }
}
