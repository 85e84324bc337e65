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
        Console.WriteLine("| database | cases | entries | entries/s, all | entries/s, chains only |");
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
        var (all, seconds) = await Check(audit, chainsOnly: false);
        var (chains, quick) = await Check(audit, chainsOnly: true);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {database.Provider} | {all.Cases:N0} | {all.Entries:N0} | {all.Entries / seconds:N0} | {chains.Entries / quick:N0} |"));
    }

    private static async Task<(AuditReport Report, double Seconds)> Check(JournalAudit audit, bool chainsOnly)
    {
        _ = await audit.Run([], chainsOnly);
        var clock = Stopwatch.StartNew();
        var report = await audit.Run([], chainsOnly);
        return report.IsIntact
            ? (report, clock.Elapsed.TotalSeconds)
            : throw new InvalidOperationException($"Expected intact journals, but: {report.Faults[0].Reason}");
    }
}
