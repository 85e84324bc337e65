using BenchmarkDotNet.Attributes;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Storage;
using Workflows.Load;

namespace Workflows.Benchmarks.Cases;

/// <summary>What the completion of a work item costs without a database: in five tasks in sequence (W1), and in six branches of two (W2).</summary>
[MemoryDiagnoser]
public class CompletionBenchmarks
{
    private Completion given = null!;

    [Params("W1", "W2")]
    public string Workload { get; set; } = "W1";

    [GlobalSetup]
    public void Setup() => given = Workload == "W1" ? Completion.InSequence() : Completion.InFork();

    [Benchmark(Baseline = true)]
    public Decision Decide_and_apply() => given.Decide();

    [Benchmark]
    public object Rows() => given.Rows();

    [Benchmark]
    public byte[] Write_state() => CaseJson.Write(given.Accepted.Case);

    [Benchmark]
    public Case Read_state() => CaseJson.ReadCase(given.State);

    [Benchmark]
    public string Hash() => JournalHash.Of(given.Journal);
}
