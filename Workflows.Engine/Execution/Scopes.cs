using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>Starts and ends what contains other elements: processes, sub-processes, called processes.</summary>
internal static class Scopes
{
    /// <summary>Starts a process at the top of the case.</summary>
    /// <param name="startEventId">The start event that happened; null for the none start events.</param>
    public static ElementInstance StartProcess(Burst burst, string processId, string? startEventId)
    {
        var instance = new ElementInstance(burst.NextId, null, processId, processId, burst.Now);
        burst.Emit(new ElementEntered(instance, [], 0));
        Begin(burst, instance, startEventId);

        return instance;
    }

    /// <summary>Starts the content of an instance that was just entered.</summary>
    public static void Begin(Burst burst, ElementInstance instance, string? startEventId = null)
    {
        var (_, content) = burst.ContentOf(instance);
        Catching.OpenEventSubProcesses(burst, instance, content);
        foreach (var node in Starts(content, startEventId).ToList())
        {
            if (!burst.IsAlive(instance))
            {
                return;
            }

            if (node is StartEvent start)
            {
                Happened(burst, instance, start);
            }
            else
            {
                Elements.Enter(burst, instance, node, []);
            }
        }

        Check(burst, instance);
    }

    /// <summary>A start event or boundary event has happened: it is passed, and its flows are taken.</summary>
    /// <param name="followsFrom">The activity of a boundary event; 0 for a start event.</param>
    public static void Happened(Burst burst, ElementInstance scope, FlowNode node, int followsFrom = 0)
    {
        var instance = Elements.New(burst, scope, node);
        burst.Emit(new ElementEntered(instance, [], followsFrom));
        Elements.Complete(burst, instance);
    }

    /// <summary>Completes the scope when nothing lives in it any more.</summary>
    public static void Check(Burst burst, ElementInstance scope)
    {
        if (!burst.IsAlive(scope)
            || burst.Case.Tokens.Values.Any(token => token.ScopeId == scope.Id)
            || burst.ChildrenOf(scope).Any(child => !IsSpentGateway(burst, child)))
        {
            return;
        }

        foreach (var spent in burst.ChildrenOf(scope).ToList())
        {
            burst.Emit(new ElementCompleted(spent.Id));
        }

        var current = burst.Current(scope);
        switch (current.State)
        {
            case InstanceState.Cancelling when current.PendingCompensations.Count == 0:
                Transactions.Cancelled(burst, current);
                break;
            case InstanceState.Active:
                Approvals.MatterProgress.HandlingEnded(burst, current);
                Elements.Complete(burst, current);
                break;
        }
    }

    /// <summary>The last process at the top has ended: the case has.</summary>
    public static void ProcessEnded(Burst burst, CaseStatus status)
    {
        if (burst.Case.Instances.Values.All(instance => instance.ScopeId is not null))
        {
            Approvals.CaseEnding.End(burst, status);
        }
    }

    private static IEnumerable<FlowNode> Starts(FlowScope content, string? startEventId) =>
        content.Nodes.Where(node => node switch
        {
            StartEvent start => startEventId is null ? start.Definitions.Count == 0 : start.Id == startEventId,
            BoundaryEvent or SubProcess { TriggeredByEvent: true } or Activity { IsForCompensation: true } => false,
            IntermediateCatchEvent { Definitions: [LinkEventDefinition] } => false,
            _ => node.Incoming.Count == 0 && startEventId != node.Id || node.Id == startEventId,
        });

    // A complex gateway that has fired only waits for its reset: it does not hold its scope open.
    private static bool IsSpentGateway(Burst burst, ElementInstance child) =>
        child.FlowsSeen.Count > 0 && burst.NodeOf(child) is ComplexGateway;
}
