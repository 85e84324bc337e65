using BenchmarkDotNet.Attributes;
using Workflows.Definitions.Feel;

namespace Workflows.Benchmarks.Feel;

/// <summary>What a gateway's condition costs.</summary>
[MemoryDiagnoser]
public class ConditionBenchmarks
{
    private const string Text = "area > 500 and applicant.kind = \"enterprise\"";

    private readonly FeelExpression condition = FeelExpression.Parse(Text);
    private readonly FeelExpression quantified = FeelExpression.Parse("every m in materials satisfies m.pages < 100 and m.accepted");
    private readonly FeelExpression sum = FeelExpression.Parse("sum(for m in materials return m.pages)");
    private FeelContext small = FeelContext.Empty;
    private FeelContext large = FeelContext.Empty;

    [GlobalSetup]
    public void Setup()
    {
        small = (FeelContext)FeelJson.Parse("""{"area": 620.5, "applicant": {"name": "王芳", "kind": "enterprise"}}""");
        large = Enumerable.Range(0, 40).Aggregate(small, (scope, i) => scope.With($"field{i}", i))
            .With("materials", new FeelList(Enumerable.Range(0, 10).Select(i => FeelJson.Parse($$"""{"code": "M{{i}}", "pages": {{i}}, "accepted": true}"""))));
    }

    [Benchmark(Baseline = true)]
    public bool Condition() => condition.Evaluate(small).IsTrue;

    [Benchmark]
    public bool Condition_among_42_variables() => condition.Evaluate(large).IsTrue;

    [Benchmark]
    public bool Ten_materials_are_complete() => quantified.Evaluate(large).IsTrue;

    [Benchmark]
    public FeelValue Sum_over_ten_materials() => sum.Evaluate(large).Value;

    [Benchmark]
    public FeelExpression Parse() => FeelExpression.Parse(Text);

    [Benchmark]
    public FeelValue Read_42_variables_from_json() => FeelJson.Parse(FeelJson.Text(large));
}
