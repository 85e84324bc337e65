using System.Diagnostics;
using System.Globalization;
using Workflows.Definitions.Services;
using Workflows.Engine.Definitions;
using Workflows.Engine.Simulation;

namespace Workflows.Load;

/// <summary>What a simulation of many applications for a restaurant costs: all its examples in turn, as the page of what-if runs it.</summary>
internal static class WhatIfRun
{
    private const string Service = "open-restaurant";

    public static async Task Print(LoadDatabase database, int cases)
    {
        await using var engine = await LoadEngine.Start(database);
        var service = await engine.Get<DefinitionStore>().FindCurrent(Service)
            ?? throw new InvalidOperationException($"Expected service '{Service}' in the library, but it is not in force.");
        var examples = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Library", "services", Service, "examples"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => ExampleReader.Read(File.ReadAllText(file), file))
            .ToList();
        var staff = service.Library.Departments.Keys.ToDictionary(department => department, _ => 4);
        Console.WriteLine("| cases | ended | steps | seconds | cases per second |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var clock = Stopwatch.GetTimestamp();
            var report = ServiceSimulation.Run(service, examples, new WhatIf(cases, 5, staff, new Dictionary<string, HandlingTime>(), new EnteredHandling(1), seed));
            var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {report.Cases:N0} | {report.Ended:N0} | {report.Departments.Sum(load => load.Steps):N0} | {seconds:N1} | {cases / seconds:N0} |"));
        }
    }
}
