using System.Diagnostics;
using System.Globalization;
using Workflows.Engine.Journal;
using Workflows.Load.Workloads;

namespace Workflows.Load;

/// <summary>How fast all journals are checked: every hash and chain, and every case against the fold of its journal.</summary>
internal static class JournalRun
{
    private const int Workers = 8;

    public static void Head()
    {
        Console.WriteLine("| database | cases | entries | check | entries/s |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
    }

    /// <param name="cases">The cases of W2 that are worked to their end before, 14 entries each.</param>
    /// <exception cref="InvalidOperationException">A journal is not intact.</exception>
    public static async Task Print(LoadDatabase database, int cases)
    {
        await using var engine = await LoadEngine.Start(database);
        var workload = PlainWorkload.Fork;
        await workload.Prepare(engine);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, cases),
            new ParallelOptions { MaxDegreeOfParallelism = Workers },
            async (_, _) => await workload.Work(engine, _ => { }));

        var audit = engine.Get<JournalAudit>();
        _ = await audit.Run([]);
        var clock = Stopwatch.StartNew();
        var report = await audit.Run([]);
        var seconds = clock.Elapsed.TotalSeconds;
        if (!report.IsIntact)
        {
            throw new InvalidOperationException($"Expected intact journals, but: {report.Faults[0].Reason}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {database.Provider} | {report.Cases:N0} | {report.Entries:N0} | {seconds:N2} s | {report.Entries / seconds:N0} |"));
    }
}
