using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Processes.Comparing;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Modelling;

public sealed class ProcessComparisonSpecs
{
    private static readonly string Text = File.ReadAllText(Path.Combine(LibraryFolder.Path, "shared", "standard-approval.bpmn"));

    [Fact]
    public void A_process_does_not_differ_from_itself() => Compare(Text).ShouldBeEmpty();

    [Fact]
    public void A_changed_limit_and_name_are_told_with_what_they_were()
    {
        var change = Compare(Text
            .Replace("id=\"review\" name=\"审查\"", "id=\"review\" name=\"实质审查\"", StringComparison.Ordinal)).ShouldHaveSingleItem();

        change.Change.ShouldBe(ChangeKind.Changed);
        change.ElementId.ShouldBe("review");
        change.Properties.ShouldBe([new PropertyChange("name", "审查", "实质审查")]);
    }

    [Fact]
    public void Outcomes_limits_and_conditions_are_properties()
    {
        var changes = Compare(Text
            .Replace("code=\"issue\" name=\"已制证\"", "code=\"issue\" name=\"已打印\"", StringComparison.Ordinal)
            .Replace("decide.outcome = \"approve\"", "decide.outcome != \"reject\"", StringComparison.Ordinal));

        changes.Select(change => (change.ElementId, change.Properties[0].Property, change.Properties[0].To)).ShouldBe(
            [("certify", "outcome", "issue 已打印"), ("flow_approved", "condition", "decide.outcome != \"reject\"")]);
    }

    [Fact]
    public void What_stands_elsewhere_on_the_paper_is_only_moved()
    {
        var change = Compare(Text.Replace("<dc:Bounds x=\"460\" y=\"180\"", "<dc:Bounds x=\"460\" y=\"200\"", StringComparison.Ordinal)).ShouldHaveSingleItem();

        (change.Change, change.ElementId, change.Kind, change.Name).ShouldBe((ChangeKind.Moved, "review", "userTask", "审查"));
    }

    [Fact]
    public void What_is_new_and_what_is_gone_are_told()
    {
        var changed = Text.Replace("\"not_accepted\"", "\"refused_end\"", StringComparison.Ordinal).Replace("not_accepted</", "refused_end</", StringComparison.Ordinal);

        Compare(changed).Where(change => change.Change is ChangeKind.Added or ChangeKind.Removed).Select(change => (change.Change, change.ElementId))
            .ShouldBe([(ChangeKind.Added, "refused_end"), (ChangeKind.Removed, "not_accepted")]);
    }

    private static IReadOnlyList<ProcessChange> Compare(string newer) =>
        ProcessComparison.Compare(ProcessModelReader.Read(Text, "older.bpmn"), ProcessModelReader.Read(newer, "newer.bpmn"));
}
