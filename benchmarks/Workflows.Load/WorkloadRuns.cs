using System.Diagnostics;
using System.Runtime;
using Workflows.Engine.Storage;
using Workflows.Load.Floors;
using Workflows.Load.Workloads;

namespace Workflows.Load;

/// <summary>Measures one workload on one database: the engine and, in the same run, the floor; each on a database of its own.</summary>
internal sealed class WorkloadRuns(Workload workload, DatabaseProvider provider, string? server, TimeSpan warmUp, TimeSpan duration, bool isCold, bool withFloor)
{
    private const int MostWarmUps = 12;

    /// <summary>Methods a second that a warm process still compiles.</summary>
    private const int FewMethods = 20;

    private Script? script;

    public async Task Run(int clients)
    {
        if (script is null)
        {
            script = await Record();
            await WarmProcess();
        }

        var floor = withFloor ? await RunFloor(clients, script) : null;
        var run = await RunEngine(clients);
        Table.Line(workload.Name, provider.ToString(), run, floor, script.RowsEach, script.MedianBytes);
    }

    /// <summary>Works unmeasured until the runtime has compiled what it will: a node runs for weeks, and its first minute is no part of a completion.</summary>
    private async Task WarmProcess()
    {
        for (var run = 0; run < MostWarmUps; run++)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            var started = Stopwatch.GetTimestamp();
            await RunEngine(8);
            if (JitInfo.GetCompiledMethodCount() - compiled < FewMethods * Stopwatch.GetElapsedTime(started).TotalSeconds)
            {
                return;
            }
        }
    }

    private async Task<Measured> RunEngine(int clients)
    {
        await using var database = LoadDatabase.New(provider, server);
        await using var engine = await LoadEngine.Start(database, remembers: !isCold);
        await workload.Prepare(engine);
        return await Clients.Run(clients, warmUp, duration, database, completed => workload.Work(engine, completed));
    }

    private async Task<Measured> RunFloor(int clients, Script rows)
    {
        await using var database = LoadDatabase.New(provider, server);
        await using (var engine = await LoadEngine.Start(database))
        {
            // The floor has the engine's tables, and the files that its rows refer to.
            await workload.Prepare(engine);
        }

        await using var floor = Floor.On(database, rows);
        return await Clients.Run(clients, warmUp, duration, database, floor.Work);
    }

    private async Task<Script> Record()
    {
        await using var database = LoadDatabase.New(provider, server);
        await using var engine = await LoadEngine.Start(database, records: true);
        await workload.Prepare(engine);
        await workload.Work(engine, _ => { });
        await using var db = engine.Get<EngineDatabase>().Open();
        return Script.Of(db.Model, engine.Recording!.Cases.Single());
    }
}
