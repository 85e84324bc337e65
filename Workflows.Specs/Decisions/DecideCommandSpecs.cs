using System.CommandLine;
using System.Text.Json.Nodes;
using Shouldly;
using Workflows.Engine.CommandLine;
using Xunit;

namespace Workflows.Specs.Decisions;

public sealed class DecideCommandSpecs : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter errors = new() { NewLine = "\n" };
    private readonly string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.dmn");

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        File.Delete(file);
    }

    [Fact]
    public void Prints_the_value_and_the_rules_that_gave_it()
    {
        Write("<= 300 | \"instant\"", "- | \"review\"");

        Run("""{"area": 500}""").ShouldBe(0);

        output.ToString().ShouldBe("result = \"review\"\n  result: rule 2 (r2)\n");
    }

    [Fact]
    public void Prints_json_for_tools()
    {
        Write("<= 300 | \"instant\"");

        Run("""{"area": 5}""", "--decision", "d", "--json").ShouldBe(0);

        JsonNode.Parse(output.ToString())!.ToJsonString().ShouldBe(
            """{"decisions":[{"name":"d","value":"instant","matchedRules":[{"table":"result","rule":1,"ruleId":"r1","annotations":[]}],"warnings":[]}]}""");
    }

    [Theory]
    [InlineData("5 +", "{}", null, "Expected an expression, but found the end")]
    [InlineData("5", "{}", "other", "Expected a decision of")]
    [InlineData("5", "[]", null, "[]")]
    public void Errors_end_with_status_1(string cell, string json, string? decision, string message)
    {
        File.WriteAllText(file, Dmn.Text($"<decision id=\"d\" name=\"d\">{Dmn.Literal(cell)}</decision>"));

        Run(decision is null ? [json] : [json, "--decision", decision]).ShouldBe(1);

        output.ToString().ShouldBeEmpty();
        errors.ToString().ShouldContain(message);
    }

    private void Write(params string[] rows)
    {
        using var stream = File.Create(file);
        Dmn.Table("hitPolicy=\"FIRST\"", "<output/>", rows).Write(stream);
    }

    private int Run(params string[] arguments) => DecideCommand.Create(output, errors).Parse([file, .. arguments]).Invoke();
}
