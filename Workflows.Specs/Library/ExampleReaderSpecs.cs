using Shouldly;
using Workflows.Definitions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Services;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Library;

public class ExampleReaderSpecs
{
    private const string Source = "services/open-restaurant/examples/fire-plan-corrected.json";
    private static readonly string Text = File.ReadAllText(Path.Combine(LibraryFolder.Path, Source));

    [Fact]
    public void An_example_tells_the_application_the_acts_and_the_end()
    {
        var example = ExampleReader.Read(Text, Source);

        example.Code.ShouldBe("fire-plan-corrected");
        example.ReceivedOn.ShouldBe(new DateOnly(2026, 9, 17));
        example.Applicant.Kind.ShouldBe(ApplicantKind.Enterprise);
        example.Answers["floorArea"].ShouldBe(new FeelNumber(300));
        example.Form["signHeight"].ShouldBe(new FeelNumber(0.9m));
        example.Script.ShouldHaveSingleItem().Correction!.Answer.Materials.Keys.ShouldBe(["fire-plan"]);
        example.Expected.Matters["fire-safety-check"].State.ShouldBe(MatterState.CompletedApproved);
        example.Expected.Matters["fire-safety-check"].StatutoryDueOn.ShouldBe(new DateOnly(2026, 10, 20));
    }

    [Theory]
    [InlineData("\"receivedOn\"", "\"recievedOn\"", 1, "$.recievedOn")]
    [InlineData("\"2026-09-17\"", "\"17 September\"", 4, "$.receivedOn")]
    [InlineData("\"enterprise\"", "\"company\"", 6, "$.applicant.kind")]
    [InlineData("\"completed-approved\"", "11", 82, "$.expected.matters.business-licence-check.state")]
    [InlineData("\"endedOn\": \"2026-10-10\",", "", 0, "$.expected")]
    public void A_wrong_example_names_the_place(string right, string wrong, int line, string path)
    {
        var error = Should.Throw<DefinitionException>(() => ExampleReader.Read(Text.Replace(right, wrong, StringComparison.Ordinal), Source)).Errors.ShouldHaveSingleItem();

        error.Source.ShouldBe(Source);
        error.ElementId.ShouldBe(path);
        error.Message.ShouldStartWith("Expected an example application, but ");
        error.Line.ShouldBeGreaterThanOrEqualTo(line);
    }
}
