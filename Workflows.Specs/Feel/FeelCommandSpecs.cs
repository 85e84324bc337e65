using System.CommandLine;
using Shouldly;
using Workflows.Engine.CommandLine;
using Xunit;

namespace Workflows.Specs.Feel;

public sealed class FeelCommandSpecs : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter errors = new() { NewLine = "\n" };

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public void Prints_the_value()
    {
        Run("area * 2", """{"area": 40}""").ShouldBe(0);

        output.ToString().ShouldBe("80\n");
        errors.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Takes_the_present_from_outside()
    {
        Run("today()", "--now", "2026-02-13T09:30:00+08:00").ShouldBe(0);

        output.ToString().ShouldBe("2026-02-13\n");
    }

    [Fact]
    public void Prints_warnings_apart()
    {
        Run("area > 3").ShouldBe(0);

        output.ToString().ShouldBe("null\n");
        errors.ToString().ShouldBe("warning: Expected a value named 'area', but the scope has none.\n");
    }

    [Fact]
    public void Prints_json_for_tools()
    {
        Run("date(\"2026-02-13\")", "--json").ShouldBe(0);

        System.Text.Json.Nodes.JsonNode.Parse(output.ToString())!.ToJsonString().ShouldBe("""{"value":{"@":"date","value":"2026-02-13"},"warnings":[]}""");
    }

    [Theory]
    [InlineData("1 +", "{}", "Expected an expression, but found the end at line 1, column 4.")]
    [InlineData("1", "no-such-file.json", "no-such-file.json")]
    [InlineData("1", "{", "")]
    public void Errors_end_with_status_1(string expression, string json, string message)
    {
        Run(expression, json).ShouldBe(1);

        output.ToString().ShouldBeEmpty();
        errors.ToString().ShouldContain(message);
    }

    private int Run(params string[] arguments) => FeelCommand.Create(output, errors).Parse(arguments).Invoke();
}
