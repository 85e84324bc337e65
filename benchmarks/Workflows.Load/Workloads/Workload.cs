using System.Diagnostics;
using Workflows.Engine.Cases;

namespace Workflows.Load.Workloads;

/// <summary>Cases of one kind, worked from their start to their end.</summary>
internal abstract class Workload
{
    /// <summary>W1, W2, …</summary>
    public abstract string Name { get; }

    /// <summary>Publishes the definitions in an engine that is new.</summary>
    public abstract Task Prepare(LoadEngine engine);

    /// <summary>Works one case to its end; tells of each completion how long it took.</summary>
    public async Task Work(LoadEngine engine, Action<TimeSpan> completed)
    {
        var id = Guid.CreateVersion7().ToString("N");
        var state = await Start(engine, id);
        while (state.Status is CaseStatus.Running)
        {
            var item = state.WorkItems.Values.First(item => item.IsOpen);
            var (actor, command) = Completion(item.Id, state);
            var clock = Stopwatch.GetTimestamp();
            state = await engine.Send(id, actor, command);
            completed(Stopwatch.GetElapsedTime(clock));
        }
    }

    /// <summary>Starts a case and leaves it open.</summary>
    /// <param name="steps">How many items are completed before.</param>
    public async Task<Case> Open(LoadEngine engine, int steps = 0)
    {
        var id = Guid.CreateVersion7().ToString("N");
        var state = await Start(engine, id);
        for (var step = 0; step < steps; step++)
        {
            var (actor, command) = Completion(state.WorkItems.Values.First(item => item.IsOpen).Id, state);
            state = await engine.Send(id, actor, command);
        }

        return state;
    }

    protected abstract Task<Case> Start(LoadEngine engine, string id);

    protected abstract (Actor Actor, CompleteWorkItem Command) Completion(int workItem, Case state);
}
