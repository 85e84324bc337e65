using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Inbox;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Load.Workloads;

namespace Workflows.Load;

/// <summary>What many open cases cost: the memory and the start of a node, and the first page of an inbox.</summary>
internal static class ScaleRun
{
    private const int ItemsEach = 10;
    private const int Departments = 100;
    private const int Reads = 200;

    public static async Task Print(LoadDatabase database, int cases)
    {
        await Fill(database, cases);
        var clock = Stopwatch.StartNew();
        await using var engine = await LoadEngine.Start(database);
        var started = clock.Elapsed.TotalSeconds;
        var memory = GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024;
        var (inbox, page) = await Inbox(engine);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {database.Provider} | {cases:N0} | {page.Total:N0} of {cases * ItemsEach:N0} | {started:N2} s | {memory:N0} MB | {inbox[Reads / 2]:N1} ms | {inbox[Reads * 95 / 100]:N1} ms |"));
    }

    public static void Head()
    {
        Console.WriteLine("| database | open cases | open work items of the inbox | start | memory after it | first page p50 | p95 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
    }

    private static async Task<(List<double> Milliseconds, Page<InboxRow> Page)> Inbox(LoadEngine engine)
    {
        var reader = engine.Get<InboxReader>();
        var milliseconds = new List<double>();
        Page<InboxRow> page = null!;
        for (var read = -Reads / 4; read < Reads; read++)
        {
            var officer = new Actor("officer", "李经办", $"department-{Math.Abs(read) % Departments}", [Role.Officer]);
            var clock = Stopwatch.GetTimestamp();
            page = await reader.Read(new InboxQuery(), new PageRequest(), officer);
            if (read >= 0)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        return ([.. milliseconds.Order()], page);
    }

    /// <summary>Copies one real case and its work item as often as it takes.</summary>
    private static async Task Fill(LoadDatabase database, int cases)
    {
        await using var engine = await LoadEngine.Start(database);
        await PlainWorkload.Due.Prepare(engine);
        await PlainWorkload.Due.Open(engine);
        await using var db = engine.Get<EngineDatabase>().Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await Copies.Add(db, typeof(CaseRow), cases, new() { [nameof(CaseRow.Id)] = "'copy-' || i", [nameof(CaseRow.Number)] = "'N' || i" });
        var due = database.Provider is DatabaseProvider.Postgres ? "DATE '2026-03-02' + i % 60" : "date('2026-03-02', '+' || (i % 60) || ' days')";
        await Copies.Add(db, typeof(WorkItemRow), cases * ItemsEach, new()
        {
            [nameof(WorkItemRow.CaseId)] = $"'copy-' || (1 + i % {cases})",
            [nameof(WorkItemRow.WorkItemId)] = $"1000 + i / {cases}",
            [nameof(WorkItemRow.Department)] = $"'department-' || (i % {Departments})",
            [nameof(WorkItemRow.DueOn)] = due,
            [nameof(WorkItemRow.SortedOn)] = due,
        });
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }
}
