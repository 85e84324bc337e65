using System.CommandLine;
using System.Globalization;
using Workflows.Engine.Storage;
using Workflows.Load;
using Workflows.Load.Floors;
using Workflows.Load.Workloads;

var server = new Option<string?>("--postgres") { Description = "A PostgreSQL where databases may be made; by default the variable WORKFLOWS_POSTGRES. Without one only SQLite is measured.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("WORKFLOWS_POSTGRES") };
var databases = new Option<DatabaseProvider[]>("--database") { Description = "Sqlite, Postgres.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres] };
var workloads = new Option<string[]>("--workload") { Description = "W1, W2, W3, W4.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => ["W1", "W2", "W3", "W4"] };
var clients = new Option<int[]>("--clients") { Description = "How many clients work at the same time.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 8, 32] };
var seconds = new Option<double>("--seconds") { Description = "How long each run is measured.", DefaultValueFactory = _ => 5 };
var cold = new Option<bool>("--cold") { Description = "Remember no case: each command reads its case from the database." };
var quick = new Option<bool>("--quick") { Description = "A quarter of a second for each run: whether it works, not how fast." };
var noFloor = new Option<bool>("--no-floor") { Description = "Leave the floor out." };
var core = new Option<bool>("--core") { Description = "Measure what a completion costs without a database, and nothing else." };
var scale = new Option<int?>("--scale") { Description = "Measure a node's start and an inbox with that many open cases, and nothing else." };
var clocks = new Option<int?>("--clocks") { Description = "Measure a sweep of nothing among that many armed clocks, and a recount of a tenth of them, and nothing else." };
var projects = new Option<int?>("--projects") { Description = "Measure the page of a project among that many, and nothing else." };
var journal = new Option<int?>("--journal") { Description = "Measure the check of the journals of that many cases, and nothing else." };
var history = new Option<int?>("--history") { Description = "Measure completions before and after the database has that many completed items, and nothing else." };
var whatIf = new Option<int?>("--what-if") { Description = "Measure a simulation of that many applications, and nothing else." };
var command = new RootCommand("Puts load on the engine and on the bare database, and prints both as a Markdown table.") { server, databases, workloads, clients, seconds, cold, quick, noFloor, core, scale, clocks, projects, journal, history, whatIf };
command.SetAction(async parsed =>
{
    var duration = TimeSpan.FromSeconds(parsed.GetValue(quick) ? 0.25 : parsed.GetValue(seconds));
    var warmUp = duration.Divide(parsed.GetValue(quick) ? 1 : 3);
    if (parsed.GetValue(core))
    {
        CoreRun.Print(duration);
        return;
    }

    var wanted = parsed.GetRequiredValue(workloads);
    var providers = parsed.GetRequiredValue(databases).Where(provider => provider is DatabaseProvider.Sqlite || parsed.GetValue(server) is not null).ToList();
    if (parsed.GetValue(scale) is { } cases)
    {
        ScaleRun.Head();
        foreach (var provider in providers)
        {
            await using var database = LoadDatabase.New(provider, parsed.GetValue(server));
            await ScaleRun.Print(database, cases);
        }

        return;
    }

    if (parsed.GetValue(clocks) is { } armed)
    {
        ClockScaleRun.Head();
        foreach (var provider in providers)
        {
            await ClockScaleRun.Print(() => LoadDatabase.New(provider, parsed.GetValue(server)), armed, armed / 10);
        }

        return;
    }

    if (parsed.GetValue(history) is { } completed)
    {
        HistoryRun.Head();
        foreach (var provider in providers)
        {
            await using var database = LoadDatabase.New(provider, parsed.GetValue(server));
            await HistoryRun.Print(database, completed, duration);
        }

        return;
    }

    if (parsed.GetValue(projects) is { } live)
    {
        ProjectRun.Head();
        foreach (var provider in providers)
        {
            await using var database = LoadDatabase.New(provider, parsed.GetValue(server));
            await ProjectRun.Print(database, live);
        }

        return;
    }

    if (parsed.GetValue(whatIf) is { } simulated)
    {
        await using var database = LoadDatabase.New(DatabaseProvider.Sqlite, null);
        await WhatIfRun.Print(database, simulated);
        return;
    }

    if (parsed.GetValue(journal) is { } checkedCases)
    {
        JournalRun.Head();
        foreach (var provider in providers)
        {
            await using var database = LoadDatabase.New(provider, parsed.GetValue(server));
            await JournalRun.Print(database, checkedCases);
        }

        return;
    }

    Table.Head();
    foreach (var workload in new Workload[] { PlainWorkload.Sequence, PlainWorkload.Fork, new RestaurantWorkload() }.Where(one => wanted.Contains(one.Name)))
    {
        foreach (var provider in providers)
        {
            var runs = new WorkloadRuns(workload, provider, parsed.GetValue(server), warmUp, duration, parsed.GetValue(cold), !parsed.GetValue(noFloor));
            foreach (var count in parsed.GetRequiredValue(clients))
            {
                await runs.Run(count);
            }
        }
    }

    foreach (var provider in providers.Where(_ => wanted.Contains("W3")))
    {
        for (var nodes = 1; nodes <= (provider is DatabaseProvider.Sqlite ? 1 : 2); nodes++)
        {
            await using var database = LoadDatabase.New(provider, parsed.GetValue(server));
            var rate = await ClockRun.Run(database, parsed.GetValue(quick) ? 200 : 10_000, nodes);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"W3, {provider}, {nodes} nodes: {rate:N0} due clocks/s"));
        }
    }
});
return await command.Parse(args).InvokeAsync();
