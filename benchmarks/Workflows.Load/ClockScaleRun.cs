using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Workflows.Definitions.Libraries;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Definitions;
using Workflows.Engine.Storage;
using Workflows.Engine.Sweeping;
using Workflows.Load.Workloads;

namespace Workflows.Load;

/// <summary>What many armed clocks cost: a sweep that finds nothing, and a new calendar that moves them.</summary>
internal static class ClockScaleRun
{
    private const int Sweeps = 200;
    private const int Steps = 3;
    private const string Year = "calendars/cn/2026.yaml";

    public static void Head()
    {
        Console.WriteLine("| database | armed clocks | cases | sweep of nothing p50 | p99 | recounted clocks | recount |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
    }

    /// <param name="armed">The clocks among which a sweep finds nothing due.</param>
    /// <param name="moved">The clocks that a new calendar moves, in a database of their own.</param>
    public static async Task Print(Func<LoadDatabase> open, int armed, int moved)
    {
        await using var large = open();
        await using var engine = await LoadEngine.Start(large);
        var cases = await Fill(engine, armed);
        var sweep = await Sweep(engine);

        await using var smaller = open();
        await using var other = await LoadEngine.Start(smaller);
        var expected = await Fill(other, moved);
        var seconds = await Recount(other, expected);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {large.Provider} | {armed:N0} | {cases:N0} | {sweep[Sweeps / 2]:N2} ms | {sweep[Sweeps * 99 / 100]:N2} ms | {moved:N0} | {seconds:N1} s |"));
    }

    /// <returns>How many cases hold the clocks.</returns>
    private static async Task<int> Fill(LoadEngine engine, int clocks)
    {
        var restaurant = new RestaurantWorkload();
        await restaurant.Prepare(engine);
        var state = await restaurant.Open(engine, Steps);
        var armed = state.Clocks.Values.Count(clock => clock.IsRunning);
        var cases = clocks / armed;
        await using var db = engine.Get<EngineDatabase>().Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await Copies.Add(db, typeof(CaseRow), cases, new() { [nameof(CaseRow.Id)] = "'copy-' || i", [nameof(CaseRow.Number)] = "'N' || i" }, $"id = '{state.Id}'");
        await Copies.Add(db, typeof(ClockRow), cases, new() { [nameof(ClockRow.CaseId)] = "'copy-' || i" }, $"case_id = '{state.Id}'");
        await Copies.Add(db, typeof(WorkItemRow), cases, new() { [nameof(WorkItemRow.CaseId)] = "'copy-' || i" }, $"case_id = '{state.Id}'");
        await using var writing = await db.Database.BeginTransactionAsync();
        for (var copy = 1; copy <= cases; copy++)
        {
            var packed = CaseJson.Pack(state with { Id = $"copy-{copy}", Number = $"N{copy}" });
            await db.Database.ExecuteSqlAsync($"UPDATE cases SET state = {packed} WHERE id = {$"copy-{copy}"}");
        }

        await writing.CommitAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return cases;
    }

    private static async Task<List<double>> Sweep(LoadEngine engine)
    {
        var sweeper = engine.Get<ClockSweeper>();
        var milliseconds = new List<double>();
        for (var sweep = -Sweeps / 4; sweep < Sweeps; sweep++)
        {
            var clock = Stopwatch.GetTimestamp();
            if (await sweeper.Sweep(CancellationToken.None) is var told and not 0)
            {
                throw new InvalidOperationException($"Expected nothing to be due, but {told} cases were told.");
            }

            if (sweep >= 0)
            {
                milliseconds.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        return [.. milliseconds.Order()];
    }

    /// <summary>One more day off, in a week in which every limit still runs.</summary>
    private static async Task<double> Recount(LoadEngine engine, int cases)
    {
        using var package = new MemoryStream();
        var library = Path.Combine(AppContext.BaseDirectory, "Library");
        await ZipFile.CreateFromDirectoryAsync(library, package);
        await using (var zip = new ZipArchive(package, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(Year)!.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry(Year).OpenAsync());
            await writer.WriteAsync($"{await File.ReadAllTextAsync(Path.Combine(library, Year))}\n  - name: 运动会\n    off: [{DayOff:yyyy-MM-dd}]\n");
        }

        package.Position = 0;
        var report = await engine.Get<Publication>().Publish(LibraryPackage.OfZip(package), new Actor("analyst", "何静", null, [Role.Analyst]), false);
        if (report.Errors is [var error, ..])
        {
            throw new InvalidOperationException(error.ToString());
        }

        var clock = Stopwatch.StartNew();
        var told = await engine.Get<CalendarRecount>().Run("cn", CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        return told == cases + 1
            ? seconds
            : throw new InvalidOperationException($"Expected {cases + 1} cases to be recounted, but {told} were.");
    }

    private static DateOnly DayOff { get; } = DateOnly.FromDateTime(LoadEngine.Monday.Date).AddDays(1);
}
