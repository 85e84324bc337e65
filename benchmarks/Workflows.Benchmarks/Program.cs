using BenchmarkDotNet.Running;
using Workflows.Benchmarks.Feel;

BenchmarkSwitcher.FromAssembly(typeof(ConditionBenchmarks).Assembly).Run(args);
