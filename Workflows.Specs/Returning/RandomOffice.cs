using Shouldly;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Countersigning;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Returning;
using Workflows.Engine.WorkItems;
using Workflows.Specs.Execution;
using Case = Workflows.Engine.Cases.Case;

namespace Workflows.Specs.Returning;

/// <summary>An office that does at random what officers may do, by the real commands, on a random process.</summary>
internal sealed class RandomOffice
{
    private const int MostSendBacks = 6;
    private const int MostSigners = 4;

    private static readonly Actor Officer = new("li", "李科员", "department", [Role.Officer, Role.Administrator]);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    private readonly Random random;
    private readonly DefinitionSet definitions;
    private readonly ExecutableProcess process;
    private readonly Dictionary<string, int> rounds = [];
    private readonly List<CaseEvent> events = [];
    private readonly Steering steering;
    private int commands;
    private Actor officer = Officer;

    public RandomOffice(int seed)
    {
        random = new Random(seed);
        var drawn = new RandomProcess(seed, isOffice: true).Definition;
        definitions = SimulatedDefinitions.Of(drawn);
        process = definitions.Processes[drawn.Id];
        steering = new Steering(Choose, _ => false);
        var burst = Burst.Starting(SimulatedDefinitions.Started, definitions, Actor.Engine, steering);
        Scopes.StartProcess(burst, drawn.Id, null);
        burst.Run();
        (State, events) = (burst.Case, [.. burst.Events]);
    }

    public Case State { get; private set; }

    public IReadOnlyList<CaseEvent> Events => events;

    public int SentBack { get; private set; }

    public int SignersAdded { get; private set; }

    public int SignersRemoved { get; private set; }

    public bool HasEnded => State.Status is not CaseStatus.Running;

    /// <summary>One officer does something.</summary>
    public void Next()
    {
        var open = State.WorkItems.Values.Where(item => item.State is WorkItemState.Offered or WorkItemState.Claimed).ToList();
        var item = open[random.Next(open.Count)];
        officer = item.Holder is { } holder ? Officer with { AccountId = holder.AccountId, Name = holder.Name, Department = item.Department } : Officer with { Department = item.Department };
        if (State.Instances[item.InstanceId].LoopCounter is not null && random.Next(3) == 0)
        {
            ChangeSigners(item);

            return;
        }

        switch (random.Next(8))
        {
            case 0 when item.State is WorkItemState.Offered:
                Do(new ClaimWorkItem(item.Id));
                break;
            case 1 when item.State is WorkItemState.Claimed:
                Do(new ReleaseWorkItem(item.Id));
                break;
            case 2 or 3 when SentBack < MostSendBacks:
                SendBack(item);
                break;
            case 4 when SentBack < MostSendBacks:
                Recall();
                break;
            default:
                Complete(item);
                break;
        }
    }

    /// <summary>What holds whenever nobody acts.</summary>
    public void Check(string run)
    {
        var items = State.WorkItems.Values.Where(item => item.IsOpen).ToList();
        items.Select(item => item.InstanceId).Order().ShouldBe(State.Instances.Values.Where(IsStep).Select(instance => instance.Id).Order(), run);
        items.Where(item => item.State is WorkItemState.Waiting).Select(item => item.Id)
            .ShouldBe(State.Instances.Values.Select(instance => instance.ReturnsTo ?? WaitingFor(instance)).OfType<int>().Order(), run);
        State.Instances.Values.All(instance => instance.ScopeId is not { } scope || State.Instances.ContainsKey(scope)).ShouldBeTrue(run);
        State.Tokens.Values.DistinctBy(token => (token.ScopeId, token.FlowId)).Count().ShouldBe(State.Tokens.Count, run);
        var standing = State.Instances.Values.Where(instance => instance.LoopCounter is null).ToList();
        standing.DistinctBy(instance => (instance.ScopeId, instance.ElementId)).Count().ShouldBe(standing.Count, run);
    }

    // Whoever asked for a signature before the own one waits, unless taken away meanwhile.
    private int? WaitingFor(ElementInstance signature) =>
        signature.Signer?.BeforeItemId is { } asking && State.WorkItems[asking].IsOpen ? asking : null;

    private void SendBack(WorkItem item)
    {
        var targets = SendBackPreview.Targets(State, definitions, officer, Now, item.Id);
        if (targets.Count == 0)
        {
            Decide(new SendBack(item.Id, item.ElementId, SendBackReturn.Again, "理由")).ShouldBeOfType<Rejected>();

            return;
        }

        var target = targets[random.Next(targets.Count)];
        var command = new SendBack(item.Id, target.ElementId, target.Returns[random.Next(target.Returns.Count)], "理由");
        var plan = SendBackPreview.Of(State, definitions, officer, Now, command).Plan.ShouldNotBeNull();
        var before = State;

        var happened = Do(command with { Mark = plan.Mark });

        SentBack++;
        happened.OfType<WorkItemWithdrawn>().Select(withdrawn => withdrawn.WorkItemId).Order().ShouldBe(plan.Withdrawn.Select(one => one.WorkItemId));
        plan.Untouched.All(one => State.WorkItems[one.WorkItemId] == before.WorkItems[one.WorkItemId]).ShouldBeTrue();
    }

    private void Complete(WorkItem item)
    {
        var outcomes = ((UserTask)process.Place(item.ElementId).Node).Approval.Outcomes;
        Do(new CompleteWorkItem(item.Id, outcomes.Count == 0 ? "done" : outcomes[random.Next(outcomes.Count)].Code, null));
    }

    private void ChangeSigners(WorkItem item)
    {
        if (random.Next(3) > 0 && SignersAdded < MostSigners)
        {
            AddSigner(item);
        }
        else
        {
            RemoveSigner(item);
        }
    }

    private void AddSigner(WorkItem item)
    {
        var signer = Officer with { AccountId = $"signer-{SignersAdded}", Name = "加签人", Department = random.Next(2) == 0 ? "department" : "other" };
        if (Decide(new AddSigner(item.Id, signer, random.Next(2) == 0 ? SignerPlace.Before : SignerPlace.After, "请会签")) is Accepted accepted)
        {
            Take(accepted);
            SignersAdded++;
        }
    }

    // Refused where it is one's own, signed already, or the last.
    private void RemoveSigner(WorkItem item)
    {
        officer = officer with { AccountId = "head", Roles = [Role.Officer, Role.DepartmentHead] };
        var others = State.WorkItems.Values.Where(one => one.ElementId == item.ElementId && (one.IsOpen || random.Next(10) == 0)).ToList();
        if (Decide(new RemoveSigner(item.Id, others[random.Next(others.Count)].Id, "不必会签")) is Accepted accepted)
        {
            Take(accepted);
            SignersRemoved++;
        }
    }

    // Refused where somebody has opened what follows; where not, it counts as a way back.
    private void Recall()
    {
        var done = State.WorkItems.Values.Where(item => item.State is WorkItemState.Completed).ToList();
        if (done.Count > 0 && Decide(new RecallWorkItem(done[random.Next(done.Count)].Id, "理由")) is Accepted accepted)
        {
            Take(accepted);
            SentBack++;
        }
    }

    private IReadOnlyList<CaseEvent> Do(CaseCommand command)
    {
        var accepted = Decide(command).ShouldBeOfType<Accepted>();
        Take(accepted);

        return accepted.Events;
    }

    private void Take(Accepted accepted)
    {
        events.AddRange(accepted.Events);
        State = accepted.Case;
        foreach (var entered in accepted.Events.OfType<ElementEntered>().Where(entered => process.FindPlace(entered.Instance.ElementId)?.Node is ParallelGateway))
        {
            entered.ConsumedTokens.Count.ShouldBe(process.Place(entered.Instance.ElementId).Node.Incoming.Count);
        }
    }

    private Decision Decide(CaseCommand command) =>
        CaseDecider.Decide(new CommandEnvelope($"{++commands}", State.Id, officer, Now, Now, command), State, definitions, steering);

    private bool IsStep(ElementInstance instance) =>
        instance.ElementId != instance.ProcessId && process.Place(instance.ElementId).Node is UserTask && (instance.Loop is null || instance.LoopCounter is not null);

    private string[] Choose(string gatewayId)
    {
        var gateway = process.Place(gatewayId).Node;
        if (gateway is ExclusiveGateway)
        {
            // A loop is left after some rounds, else a run could be as long as chance likes; its way back is the first flow drawn.
            var round = rounds[gatewayId] = rounds.GetValueOrDefault(gatewayId) + 1;

            return round > 3 ? [gateway.Outgoing[^1]] : [gateway.Outgoing[random.Next(gateway.Outgoing.Count)]];
        }

        var taken = gateway.Outgoing.Where(_ => random.Next(2) == 0).ToArray();

        return taken.Length > 0 ? taken : [gateway.Outgoing[0]];
    }
}
