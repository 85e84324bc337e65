using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Forms;
using Workflows.Definitions.Identification;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Definitions.Processes.Comparing;
using Workflows.Definitions.Projects;
using Workflows.Definitions.Services;
using Workflows.Definitions.Supervision;
using Workflows.Designer;
using Workflows.Designer.Diagrams;
using Workflows.Designer.Intake;
using Workflows.Designer.Modelling.Drawing;
using Workflows.Designer.Operations;
using Workflows.Designer.Papers;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Drafts;
using Workflows.Engine.Files;
using Workflows.Engine.Inbox;
using Workflows.Engine.Projects;
using Workflows.Engine.Ratings;
using Workflows.Engine.Supervision.Alerts;
using Workflows.Engine.Supervision.Heartbeat;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>The texts of the screens are complete in both languages.</summary>
public sealed partial class ScreenTextsSpecs
{
    private static readonly Dictionary<string, string> Chinese = Read(CultureInfo.InvariantCulture);
    private static readonly Dictionary<string, string> English = Read(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Every_text_is_there_in_both_languages() => English.Keys.ShouldBe(Chinese.Keys, ignoreOrder: true);

    [Fact]
    public void Both_languages_fill_the_same_places()
    {
        var different = Chinese.Where(text => !Places(text.Value).SetEquals(Places(English[text.Key]))).Select(text => text.Key);

        different.ShouldBeEmpty();
    }

    [Fact]
    public void Chinese_texts_use_Chinese_punctuation()
    {
        var halfWidth = Chinese.Where(text => HalfWidthAfterChinese().IsMatch(text.Value)).Select(text => text.Key);

        halfWidth.ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_that_a_screen_names_exists()
    {
        var named = from file in Repository.Files("Workflows.Designer", ".razor", ".cs")
                    from Match match in NamedText().Matches(File.ReadAllText(file))
                    select match.Groups["key"].Value;

        named.Distinct().Except(Chinese.Keys).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Diagram", typeof(DiagramState))]
    [InlineData("IntakeStep", typeof(IntakeStep))]
    [InlineData("ApplicantKind", typeof(ApplicantKind))]
    [InlineData("MatterState", typeof(MatterState))]
    [InlineData("TimeUnit", typeof(TimeUnit))]
    [InlineData("ClockKind", typeof(ClockKind))]
    [InlineData("AlertLevel", typeof(AlertLevel))]
    [InlineData("SupervisionFamily", typeof(SupervisionFamily))]
    [InlineData("AlertState", typeof(AlertState))]
    [InlineData("AlertAct", typeof(AlertAct))]
    [InlineData("AlertRecipient", typeof(AlertRecipient))]
    [InlineData("HeartbeatVerdict", typeof(HeartbeatVerdict))]
    [InlineData("ClockStatus", typeof(ClockStatus))]
    [InlineData("DayReason", typeof(DayReason))]
    [InlineData("DayHalf", typeof(DayHalf))]
    [InlineData("StopKind", typeof(StopKind))]
    [InlineData("CaseStatus", typeof(CaseStatus))]
    [InlineData("WorkItemState", typeof(WorkItemState))]
    [InlineData("SendBackReturn", typeof(SendBackReturn))]
    [InlineData("InboxScope", typeof(InboxScope))]
    [InlineData("InboxOrder", typeof(InboxOrder))]

    [InlineData("StageState", typeof(StageState))]
    [InlineData("ProjectStatus", typeof(ProjectStatus))]
    [InlineData("InvestmentSource", typeof(InvestmentSource))]
    [InlineData("TimeOwner", typeof(TimeOwner))]
    [InlineData("PaperKind", typeof(PaperKind))]
    [InlineData("RatingGrade", typeof(RatingGrade))]
    [InlineData("RejectionCode", typeof(RejectionCode))]
    [InlineData("FileRefusalCode", typeof(FileRefusalCode))]
    [InlineData("IdentityFaultCode", typeof(IdentityFaultCode))]
    [InlineData("Fault.wrong-type", typeof(FieldKind))]
    [InlineData("CatalogueKind", typeof(CatalogueKind))]
    [InlineData("DraftState", typeof(DraftState))]
    [InlineData("DraftAct", typeof(DraftAct))]
    [InlineData("ChangeKind", typeof(ChangeKind))]
    [InlineData("DrawingTab", typeof(DrawingTab))]
    [InlineData("Severity", typeof(Severity))]
    [InlineData("StepKind", typeof(StepKind))]
    [InlineData("OperationKind", typeof(OperationKind))]
    [InlineData("OperationHint", typeof(OperationKind))]
    public void Every_value_that_a_screen_shows_has_a_text(string prefix, Type values)
    {
        var keys = Enum.GetNames(values).Select(name => $"{prefix}.{name}");

        keys.Except(Chinese.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_a_sentence() => DefinitionLinter.Rules.Select(rule => $"Rule.{rule.Rule.Id}").Except(Chinese.Keys).ShouldBeEmpty();

    [Fact]
    public void Every_post_has_a_text() => Role.OfAccounts.Select(role => $"Role.{role}").Except(Chinese.Keys).ShouldBeEmpty();

    [Fact]
    public void Every_fault_of_a_field_has_a_text()
    {
        var codes = Enum.GetNames<FieldFaultCode>().Except([nameof(FieldFaultCode.WrongType), nameof(FieldFaultCode.WrongIdentity)]);

        codes.Select(code => "Fault." + JsonNamingPolicy.KebabCaseLower.ConvertName(code)).Except(Chinese.Keys).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Read(CultureInfo culture) =>
        new ResourceManager("Workflows.Designer.Resources.SharedTexts", typeof(SharedTexts).Assembly)
            .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u4e00-\u9fff][,;:?!(]|[,;?!)][\u4e00-\u9fff]")]
    private static partial Regex HalfWidthAfterChinese();

    [GeneratedRegex("""(Text\["|"(?=(Navigation|Timeline)\.))(?<key>[A-Za-z0-9.]+)""")]
    private static partial Regex NamedText();
}
