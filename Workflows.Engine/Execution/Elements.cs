using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution.Processors;

namespace Workflows.Engine.Execution;

/// <summary>Enters, leaves and cancels elements: what all of them have in common (BPMN 2.0.2 §13).</summary>
internal static class Elements
{
    /// <summary>A token enters a node.</summary>
    /// <param name="followsFrom">The instance that brings it about other than by a token; 0 for none.</param>
    public static void Enter(Burst burst, ElementInstance scope, FlowNode node, IReadOnlyList<int> consumed, int followsFrom = 0)
    {
        var instance = New(burst, scope, node);
        burst.Emit(new ElementEntered(instance, consumed, followsFrom));
        Catching.OpenBoundaries(burst, instance);
        Begin(burst, instance, node);
    }

    /// <summary>An element that has been entered begins, or begins again after an incident.</summary>
    public static void Begin(Burst burst, ElementInstance instance, FlowNode node)
    {
        if (node is Activity { Loop: not null } activity && instance.LoopCounter is null)
        {
            Loops.Begin(burst, instance, activity);
        }
        else
        {
            ProcessorTable.Enter(burst, instance, node);
        }
    }

    /// <summary>An element instance of a scope that is about to be entered.</summary>
    public static ElementInstance New(Burst burst, ElementInstance scope, FlowNode node)
    {
        var processId = scope.LoopCounter is null && scope.Loop is not null ? scope.ProcessId : burst.ContentOf(scope).ProcessId;

        return new ElementInstance(burst.NextId, scope.Id, processId, node.Id, burst.Now) { Matter = scope.Matter };
    }

    /// <summary>The element is done: it is left over its outgoing flows.</summary>
    public static void Complete(Burst burst, ElementInstance instance)
    {
        var node = burst.NodeOf(instance);
        if (instance.LoopCounter is not null)
        {
            Loops.RepetitionDone(burst, instance, (Activity)node!);

            return;
        }

        Leave(burst, instance, node, Flows.ToTake(burst, instance, node));
    }

    /// <summary>The element is done and leaves over the flows given.</summary>
    public static void Leave(Burst burst, ElementInstance instance, FlowNode? node, IReadOnlyList<string> flows)
    {
        var scope = burst.ScopeOf(instance);
        if (node is Activity activity)
        {
            Compensation.Record(burst, instance, activity);
        }

        burst.Emit(new ElementCompleted(instance.Id));
        if (scope is null)
        {
            Scopes.ProcessEnded(burst, CaseStatus.Completed);

            return;
        }

        foreach (var flow in flows)
        {
            burst.Take(scope, flow, instance);
        }

        if (instance.CompensationOf is { } thrower)
        {
            Compensation.Next(burst, thrower);
        }

        Scopes.Check(burst, scope);
    }

    /// <summary>Ends an instance and all that it contains without going on.</summary>
    /// <param name="isUndone">True where the case goes back and comes here again: the limits of the law run on meanwhile.</param>
    public static void Cancel(Burst burst, ElementInstance instance, bool isUndone = false)
    {
        CancelContent(burst, instance, isUndone);
        WorkItemOffers.Withdraw(burst, instance);
        if (!isUndone)
        {
            Approvals.MatterProgress.Fallen(burst, instance);
        }

        burst.Emit(new ElementCancelled(instance.Id));
    }

    public static void CancelContent(Burst burst, ElementInstance scope, bool isUndone = false)
    {
        foreach (var child in burst.ChildrenOf(scope).ToList())
        {
            Cancel(burst, child, isUndone);
        }

        var tokens = burst.Case.Tokens.Values.Where(token => token.ScopeId == scope.Id).Select(token => token.Id).ToList();
        if (tokens.Count > 0)
        {
            burst.Emit(new TokensConsumed(tokens));
        }
    }

    /// <summary>The case cannot go on here; the instance waits until somebody repairs and retries.</summary>
    public static void RaiseIncident(Burst burst, ElementInstance instance, string message)
    {
        burst.Emit(new ElementChanged(burst.Current(instance) with { State = InstanceState.Incident }));
        burst.Emit(new IncidentRaised(new Incident(burst.NextId, instance.Id, instance.ElementId, message, burst.Now)));
    }
}
