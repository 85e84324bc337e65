using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Versions;
using Workflows.Engine.WorkItems;

namespace Workflows.Specs.Execution;

/// <summary>Runs a process along a random path: random outcomes at gateways, open work items completed in random order.</summary>
internal sealed class RandomRun
{
    private static readonly Actor Administrator = new("admin", "管理员", null, [Role.Administrator]);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private DefinitionSet definitions;
    private ProcessDefinition process;
    private readonly Random random;
    private readonly Dictionary<string, int> rounds = [];
    private readonly List<CaseEvent> events = [];

    public RandomRun(ProcessDefinition process, int seed)
    {
        this.process = process;
        random = new Random(seed);
        definitions = SimulatedDefinitions.Of(process);
        State = CaseFolding.Start(SimulatedDefinitions.Started);
        events.Add(SimulatedDefinitions.Started);
        Step(burst => Scopes.StartProcess(burst, process.Id, null));
    }

    public Case State { get; private set; }

    public IReadOnlyList<CaseEvent> Events => events;

    public bool HasEnded => State.Status is CaseStatus.Completed;

    /// <summary>Replaces the state by what the function makes of it, e.g. by saving and restoring it.</summary>
    public void Restore(Func<Case, Case> restore) => State = restore(State);

    /// <summary>Completes one open work item.</summary>
    public void Next()
    {
        var open = State.WorkItems.Values.Where(item => item.IsOpen).ToList();
        var item = open[random.Next(open.Count)];
        Step(burst =>
        {
            burst.Emit(new WorkItemCompleted(item.Id, "done", "完成", null, new Holder("x", "x"), Now));
            Elements.Complete(burst, burst.Case.Instances[item.InstanceId]);
        });
    }

    /// <summary>Moves the case to another version of its process, where nothing is in the way.</summary>
    /// <returns>The obstacles; empty where it was moved.</returns>
    public IReadOnlyList<MigrationObstacle> Migrate(ProcessDefinition edited, MigrationInstructions instructions)
    {
        var to = SimulatedDefinitions.Of(edited, version: 2);
        var plan = MigrationPlanner.Plan(State, definitions, to, instructions, Now);
        if (plan.Event is null)
        {
            return plan.Obstacles;
        }

        (var before, definitions, process) = (definitions, to, edited);
        var command = new CommandEnvelope("migrate", State.Id, Administrator, Now, Now, new MigrateCase(2, instructions));
        var accepted = (Accepted)CaseDecider.Migrate(command, State, before, to, new Steering(Choose, _ => false));
        events.AddRange(accepted.Events);
        State = accepted.Case;
        return [];
    }

    private void Step(Action<Burst> act)
    {
        var burst = new Burst(State, definitions, Now, Actor.Engine, new Steering(Choose, _ => false));
        act(burst);
        burst.Run();
        events.AddRange(burst.Events);
        State = burst.Case;
    }

    private string[] Choose(string gatewayId)
    {
        var gateway = definitions.Processes[process.Id].Place(gatewayId).Node;
        if (gateway is ExclusiveGateway)
        {
            // A loop is left after a few rounds, else a run could be as long as chance likes; its way back is the first flow drawn.
            var round = rounds[gatewayId] = rounds.GetValueOrDefault(gatewayId) + 1;

            return round > 3 ? [gateway.Outgoing[^1]] : [gateway.Outgoing[random.Next(gateway.Outgoing.Count)]];
        }

        var taken = gateway.Outgoing.Where(_ => random.Next(2) == 0).ToArray();

        return taken.Length > 0 ? taken : [gateway.Outgoing[0]];
    }
}
