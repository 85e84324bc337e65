namespace Workflows.Load;

/// <summary>What a run of one workload came to.</summary>
/// <param name="Completions">Acknowledged completions of work items within <paramref name="Seconds"/>.</param>
/// <param name="Latencies">Of each completion, in milliseconds, sorted.</param>
/// <param name="Allocated">Bytes that the process allocated meanwhile, starts of cases included.</param>
/// <param name="Computed">What this process has computed meanwhile, on all its threads.</param>
/// <param name="Written">Bytes that the database wrote meanwhile, starts of cases included.</param>
internal sealed record Measured(int Clients, int Completions, int Cases, double Seconds, IReadOnlyList<double> Latencies, long Allocated, long Written, TimeSpan Computed)
{
    public double PerSecond => Completions / Seconds;

    public double AllocatedEach => (double)Allocated / Math.Max(1, Completions);

    public double ComputedEach => Computed.TotalMilliseconds / Math.Max(1, Completions);

    public double WrittenEach => (double)Written / Math.Max(1, Completions);

    /// <summary>The latency that the given part of the completions stayed within, in milliseconds.</summary>
    public double Percentile(double part) => Latencies.Count == 0 ? 0 : Latencies[Math.Min(Latencies.Count - 1, (int)(part * Latencies.Count))];
}
