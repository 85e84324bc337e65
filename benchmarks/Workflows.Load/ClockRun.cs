using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Engine.Sweeping;
using Workflows.Load.Workloads;

namespace Workflows.Load;

/// <summary>W3: many cases whose one clock runs out at the same instant, and how fast sweepers tell them.</summary>
internal static class ClockRun
{
    /// <param name="nodes">Engines that sweep the same database at the same time.</param>
    /// <returns>Due clocks for each second.</returns>
    public static async Task<double> Run(LoadDatabase database, int cases, int nodes)
    {
        var engines = new List<LoadEngine>();
        for (var node = 0; node < nodes; node++)
        {
            engines.Add(await LoadEngine.Start(database));
            await PlainWorkload.Due.Prepare(engines[node]);
        }

        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, cases), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, _) => await PlainWorkload.Due.Open(engines[0]));
            engines.ForEach(engine => engine.Time.MoveTo(LoadEngine.Monday.AddDays(10)));
            var clock = Stopwatch.StartNew();
            var told = await Task.WhenAll(engines.Select(engine => Task.Run(() => engine.Get<ClockSweeper>().Sweep(CancellationToken.None))));
            var seconds = clock.Elapsed.TotalSeconds;
            return told.Sum() == cases
                ? cases / seconds
                : throw new InvalidOperationException($"Expected {cases} cases to be told once each, but {told.Sum()} were.");
        }
        finally
        {
            foreach (var engine in engines)
            {
                await engine.DisposeAsync();
            }
        }
    }
}
