using System.Xml.Linq;
using Shouldly;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Xml;
using Xunit;

namespace Workflows.Specs.Decisions;

public class DecisionFilesSpecs
{
    [Fact]
    public void Imports_of_imports_are_read_first_whatever_the_files_are_called()
    {
        var read = Read(("a.dmn", "urn:a", "b", Value("b.c.rate * 2", "twice")), ("b.dmn", "urn:b", "c", ""), ("c.dmn", "urn:c", null, Value("21", "rate")));

        read.Errors.ShouldBeEmpty();
        read.Models.Keys.Order().ShouldBe(["a.dmn", "b.dmn", "c.dmn"]);
    }

    [Fact]
    public void An_imported_decision_is_evaluated()
    {
        var read = Read(
            ("a.dmn", "urn:a", "b", $"""
                <decision id="twice" name="twice"><informationRequirement><requiredDecision href="urn:b#rate"/></informationRequirement>{Dmn.Literal("b.rate * 2")}</decision>
                """),
            ("b.dmn", "urn:b", null, Value("21", "rate")));

        read.Models["a.dmn"].Evaluate("twice", FeelContext.Empty).Value.ShouldBe(42m);
    }

    [Fact]
    public void Files_that_import_each_other_in_a_circle_are_refused_with_the_circle_and_its_place()
    {
        var read = Read(("a.dmn", "urn:a", "b", ""), ("b.dmn", "urn:b", "c", ""), ("c.dmn", "urn:c", "a", ""), ("d.dmn", "urn:d", null, Value("1", "one")));

        read.Models.Keys.ShouldBe(["d.dmn"]);
        var circle = read.Errors.Single(error => error.Message.Contains("circle", StringComparison.Ordinal));
        circle.ToString().ShouldBe("c.dmn(2,2): Expected imports without a circle, but found a.dmn → b.dmn → c.dmn → a.dmn.");
    }

    [Fact]
    public void A_file_that_imports_itself_is_refused() => Read(("a.dmn", "urn:a", "a", "")).Errors.ShouldHaveSingleItem()
        .Message.ShouldBe("Expected imports without a circle, but found a.dmn → a.dmn.");

    [Fact]
    public void An_import_of_which_nothing_or_too_much_is_there_is_refused()
    {
        Read(("a.dmn", "urn:a", "b", "")).Errors.ShouldHaveSingleItem().Message.ShouldBe("Expected a model of the namespace 'urn:b' to import, but none was given.");
        Read(("a.dmn", "urn:a", "b", ""), ("b.dmn", "urn:b", null, ""), ("b2.dmn", "urn:b", null, "")).Errors.ShouldHaveSingleItem()
            .Message.ShouldBe("Expected one model of the namespace 'urn:b' to import, but found b.dmn and b2.dmn.");
    }

    [Fact]
    public void What_imports_a_faulty_file_says_so()
    {
        var read = Read(("a.dmn", "urn:a", "b", ""), ("b.dmn", "urn:b", null, Value("1 +", "one")));

        read.Models.ShouldBeEmpty();
        read.Errors.Select(error => error.Source).Distinct().Order().ShouldBe(["a.dmn", "b.dmn"]);
        read.Errors.ShouldContain(error => error.Message == "Expected 'b.dmn' to be imported, but it has errors.");
    }

    private static string Value(string expression, string name) => $"""<decision id="{name}" name="{name}">{Dmn.Literal(expression)}</decision>""";

    private static DecisionFiles Read(params (string Source, string Namespace, string? Imports, string Body)[] files) => new(
        files.ToDictionary(file => file.Source, file => Document(file.Source, file.Namespace, file.Imports, file.Body), StringComparer.Ordinal),
        (_, _) => true);

    private static XDocument Document(string source, string @namespace, string? imports, string body) => BoundedXml.Load(
        Dmn.Text((imports is null ? "" : $"\n<import name=\"{imports}\" namespace=\"urn:{imports}\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>") + body, @namespace),
        source);
}
