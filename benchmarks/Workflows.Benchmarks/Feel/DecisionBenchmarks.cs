using System.Text;
using BenchmarkDotNet.Attributes;
using Workflows.Definitions.Decisions;
using Workflows.Definitions.Feel;

namespace Workflows.Benchmarks.Feel;

/// <summary>What a decision table of fifty rules and three inputs costs.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private readonly DecisionModel first = Model("FIRST");
    private readonly DecisionModel unique = Model("UNIQUE");
    private readonly FeelContext early = Inputs(15, "enterprise", true);
    private readonly FeelContext late = Inputs(495, "enterprise", true);

    [Benchmark]
    public FeelValue First_of_50_rules_matches() => first.Evaluate("route", early).Value;

    [Benchmark]
    public FeelValue Last_of_50_rules_matches() => first.Evaluate("route", late).Value;

    [Benchmark(Baseline = true)]
    public FeelValue One_of_50_rules_matches_and_no_other() => unique.Evaluate("route", late).Value;

    [Benchmark]
    public DecisionModel Read() => Model("FIRST");

    private static FeelContext Inputs(int area, string kind, bool chain) =>
        FeelContext.Empty.With("area", area).With("kind", kind).With("chain", chain);

    private static DecisionModel Model(string policy)
    {
        string[] inputs = ["kind", "chain", "area"];
        var rules = Enumerable.Range(0, 50).Select(i => Rule("\"person\",\"enterprise\"", "true", $"[{i * 10}..{i * 10 + 10})", $"\"route {i}\""));
        var text = $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="bench" namespace="urn:bench">
              <inputData id="area" name="area"><variable name="area" typeRef="number"/></inputData>
              <inputData id="kind" name="kind"><variable name="kind" typeRef="string"/></inputData>
              <inputData id="chain" name="chain"><variable name="chain" typeRef="boolean"/></inputData>
              <decision id="d" name="route"><variable name="route" typeRef="string"/>
                {string.Concat(inputs.Select(input => $"<informationRequirement><requiredInput href=\"#{input}\"/></informationRequirement>"))}
                <decisionTable hitPolicy="{policy}">
                  {string.Concat(inputs.Select(input => $"<input><inputExpression><text>{input}</text></inputExpression></input>"))}<output/>{string.Concat(rules)}
                </decisionTable>
              </decision>
            </definitions>
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return DecisionModel.Read(stream, "bench.dmn");
    }

    private static string Rule(params ReadOnlySpan<string> cells) =>
        $"<rule>{string.Concat(cells[..^1].ToArray().Select(cell => $"<inputEntry><text>{cell}</text></inputEntry>"))}<outputEntry><text>{cells[^1]}</text></outputEntry></rule>";
}
