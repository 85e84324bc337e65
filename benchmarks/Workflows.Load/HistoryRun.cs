using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflows.Engine.Cases;
using Workflows.Engine.Inbox;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;
using Workflows.Engine.Storage;
using Workflows.Load.Workloads;

namespace Workflows.Load;

/// <summary>What a long history costs those who work now: completions and the first page of "done" in a database before and after it has one.</summary>
internal static class HistoryRun
{
    private const int ItemsEach = 13;
    private const int Clients = 8;
    private const int Reads = 200;
    private const int Officers = 5000;

    public static void Head()
    {
        Console.WriteLine("| database | completed items | ended cases | completions/s | p50 ms | p99 ms | first page of what one has done, p95 |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
    }

    public static async Task Print(LoadDatabase database, int items, TimeSpan duration)
    {
        await using var engine = await LoadEngine.Start(database);
        await PlainWorkload.Fork.Prepare(engine);
        await Work(engine, database, duration.Multiply(5));
        await PrintLine(engine, database, 0, duration);
        await Fill(engine, items);
        await PrintLine(engine, database, items, duration);
    }

    private static async Task PrintLine(LoadEngine engine, LoadDatabase database, int items, TimeSpan duration)
    {
        var run = await Work(engine, database, duration);
        var done = await Done(engine);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {database.Provider} | {items:N0} | {items / ItemsEach:N0} | {run.PerSecond:N0} | {run.Percentile(0.5):N2} | {run.Percentile(0.99):N2} | {done[Reads * 95 / 100]:N1} ms |"));
    }

    private static Task<Measured> Work(LoadEngine engine, LoadDatabase database, TimeSpan duration) =>
        Load.Clients.Run(Clients, duration / 3, duration, database, completed => PlainWorkload.Fork.Work(engine, completed));

    private static async Task<List<double>> Done(LoadEngine engine)
    {
        var reader = engine.Get<InboxReader>();
        var officer = new Actor("officer-7", "李经办", "department-1", [Role.Officer]);
        var milliseconds = new List<double>();
        for (var read = 0; read < Reads; read++)
        {
            var clock = Stopwatch.GetTimestamp();
            await reader.Read(new InboxQuery { Scope = InboxScope.Done }, new PageRequest(), officer);
            milliseconds.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        return [.. milliseconds.Order()];
    }

    /// <summary>Copies an ended case and one of its items, clocks and journal entries as often as it takes. The copied entries hold no events.</summary>
    private static async Task Fill(LoadEngine engine, int items)
    {
        await using var db = engine.Get<EngineDatabase>().Open();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var isPostgres = db is PostgresEngineDb;
        string Id(string number) => isPostgres ? $"'old-' || lpad(({number})::text, 8, '0')" : $"'old-' || printf('%08d', {number})";
        var (ofCase, position) = (Id($"1 + (i - 1) / {ItemsEach}"), $"1 + (i - 1) % {ItemsEach}");
        var holder = $"'officer-' || (i % {Officers})";
        await Copies.Add(db, typeof(CaseRow), 1 + (items / ItemsEach), new() { [nameof(CaseRow.Id)] = Id("i"), [nameof(CaseRow.Number)] = "'N' || i" }, "id = (SELECT id FROM cases WHERE ended_at IS NOT NULL LIMIT 1)");
        await Copies.Add(db, typeof(WorkItemRow), items, new() { [nameof(WorkItemRow.CaseId)] = ofCase, [nameof(WorkItemRow.WorkItemId)] = position, [nameof(WorkItemRow.HolderId)] = holder, [nameof(WorkItemRow.Department)] = "'department-1'" }, "ended_at IS NOT NULL LIMIT 1");
        await Copies.Add(db, typeof(ClockRow), items, new() { [nameof(ClockRow.CaseId)] = ofCase, [nameof(ClockRow.ClockId)] = position }, "ended_on IS NOT NULL LIMIT 1");
        await Copies.Add(db, typeof(JournalRow), items, new()
        {
            [nameof(JournalRow.CaseId)] = ofCase,
            [nameof(JournalRow.Sequence)] = position,
            [nameof(JournalRow.CommandId)] = $"'complete-' || {position}",
            [nameof(JournalRow.Events)] = isPostgres ? "'[]'::bytea" : "X'5B5D'",
        });
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        await db.Database.ExecuteSqlRawAsync(isPostgres ? "CHECKPOINT" : "PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
