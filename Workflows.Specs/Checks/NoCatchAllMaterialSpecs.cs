using Shouldly;
using Workflows.Definitions.Checks;
using Workflows.Definitions.Checks.Approvals;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Checks;

/// <summary>The examples of this rule are names of materials, one a line.</summary>
public class NoCatchAllMaterialSpecs
{
    [Fact]
    public void Every_name_of_the_valid_example_says_what_it_asks_for() => Findings("valid.txt").ShouldBeEmpty();

    [Fact]
    public void Every_name_of_the_invalid_example_can_mean_anything()
    {
        var findings = Findings("invalid.txt");

        findings.Count.ShouldBe(Names("invalid.txt").Length);
        findings[0].Source.ShouldBe("matters/food-licence/matter.yaml");
        findings[0].Message.ShouldBe("Expected matter 'food-licence' to name each material, but 'm0' (其他材料) can mean anything.");
    }

    private static List<Flaw> Findings(string file) => [.. new NoCatchAllMaterial().Check(RuleLibrary.AskingFor(Names(file)))];

    private static string[] Names(string file) =>
        File.ReadAllLines(Path.Combine(Repository.Root, "Workflows.Specs/Fixtures/rules/no-catch-all-material", file));
}
