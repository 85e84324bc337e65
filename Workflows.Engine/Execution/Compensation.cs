using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>Undoing what was done, the last first (BPMN 2.0.2 §10.7, §13.5.5).</summary>
internal static class Compensation
{
    /// <summary>Remembers a completed activity that can be compensated: by its handler, its event sub-process or its content.</summary>
    public static void Record(Burst burst, ElementInstance instance, Activity activity)
    {
        if (activity.IsForCompensation || instance.ScopeId is not { } scopeId || activity is SubProcess { TriggeredByEvent: true })
        {
            return;
        }

        // The last record is undone first: the event sub-process, which knows the content, before the handler, which knows only the whole.
        if (burst.Definitions.Processes[instance.ProcessId].Definition.CompensationHandlers.GetValueOrDefault(activity.Id) is { } handler)
        {
            burst.Emit(new CompensationRecorded(new CompensationRecord(burst.NextId, scopeId, instance.ProcessId, activity.Id, handler, instance.Variables)));
            if (EventSubProcess(activity) is null)
            {
                return;
            }
        }

        if (EventSubProcess(activity) is not null || burst.Case.Compensations.Values.Any(record => record.ScopeId == instance.Id))
        {
            burst.Emit(new CompensationRecorded(
                new CompensationRecord(burst.NextId, scopeId, instance.ProcessId, activity.Id, null, instance.Variables) { ContentScopeId = instance.Id }));
        }
    }

    /// <summary>A throw event compensates one activity or everything that its scope has completed, and waits for it.</summary>
    public static void Throw(Burst burst, ElementInstance thrower, string? activityId)
    {
        var pending = new List<CompensationRecord>();
        for (var scope = burst.ScopeOf(thrower); scope is not null && pending.Count == 0; scope = burst.ScopeOf(scope))
        {
            pending = Pending(burst, scope.CompensatedScopeId ?? scope.Id, activityId);
            if (scope.CompensatedScopeId is not null || burst.NodeOf(scope) is not SubProcess { TriggeredByEvent: true })
            {
                break;
            }
        }

        Start(burst, thrower, pending, InstanceState.Compensating);
    }

    /// <summary>Undoes everything that a cancelled transaction has completed.</summary>
    public static void Cancel(Burst burst, ElementInstance transaction) =>
        Start(burst, transaction, Pending(burst, transaction.Id, null), InstanceState.Cancelling);

    /// <summary>The next record of an instance that waits for compensation; it goes on when none is left.</summary>
    public static void Next(Burst burst, int throwerId)
    {
        if (!burst.Case.Instances.TryGetValue(throwerId, out var thrower))
        {
            return;
        }

        if (thrower.PendingCompensations is [var next, ..])
        {
            burst.Emit(new ElementChanged(thrower with { PendingCompensations = thrower.PendingCompensations.RemoveAt(0) }));
            Run(burst, burst.Current(thrower), burst.Case.Compensations[next]);
        }
        else if (thrower.State is InstanceState.Cancelling)
        {
            Scopes.Check(burst, thrower);
        }
        else
        {
            burst.Emit(new ElementChanged(thrower with { State = InstanceState.Active }));
            Elements.Complete(burst, burst.Current(thrower));
        }
    }

    private static void Start(Burst burst, ElementInstance thrower, IReadOnlyList<CompensationRecord> pending, InstanceState state)
    {
        burst.Emit(new ElementChanged(burst.Current(thrower) with { State = state, PendingCompensations = [.. pending.Select(record => record.Id)] }));
        Next(burst, thrower.Id);
    }

    private static void Run(Burst burst, ElementInstance thrower, CompensationRecord record)
    {
        burst.Emit(new CompensationTaken(record.Id, record.ActivityId));
        var scope = thrower.State is InstanceState.Cancelling ? thrower : burst.ScopeOf(thrower)!;
        var place = burst.Definitions.Processes[record.ProcessId].Place(record.ActivityId);
        var handler = record.HandlerId is { } id ? place.Content.Node(id) : EventSubProcess((Activity)place.Node);
        if (handler is null)
        {
            // A sub-process without a handler of its own: what it contains stands behind it in the list.
            Next(burst, thrower.Id);

            return;
        }

        var instance = new ElementInstance(burst.NextId, scope.Id, record.ProcessId, handler.Id, burst.Now)
        {
            Matter = scope.Matter,
            Variables = record.Variables,
            CompensationOf = thrower.Id,
            CompensatedScopeId = record.ContentScopeId,
        };
        burst.Emit(new ElementEntered(instance, [], thrower.Id));
        if (record.HandlerId is null)
        {
            Scopes.Begin(burst, instance, ((SubProcess)handler).Content.Nodes.OfType<StartEvent>().First().Id);
        }
        else
        {
            Processors.ProcessorTable.Enter(burst, instance, handler);
        }
    }

    private static List<CompensationRecord> Pending(Burst burst, int scopeId, string? activityId) =>
        [.. burst.Case.Compensations.Values
            .Where(record => record.ScopeId == scopeId && (activityId is null || record.ActivityId == activityId))
            .OrderByDescending(record => record.Id)
            .SelectMany(record => WithContent(burst, record))];

    // A handler or compensation event sub-process stands for the whole sub-process; without one its content is undone.
    private static IEnumerable<CompensationRecord> WithContent(Burst burst, CompensationRecord record)
    {
        var activity = (Activity)burst.Definitions.Processes[record.ProcessId].Place(record.ActivityId).Node;

        return record.HandlerId is not null || EventSubProcess(activity) is not null || record.ContentScopeId is not { } content
            ? [record]
            : Pending(burst, content, null).Prepend(record);
    }

    private static SubProcess? EventSubProcess(Activity activity) => (activity as SubProcess)?.Content.EventSubProcesses
        .FirstOrDefault(sub => sub.Content.Nodes.OfType<StartEvent>().Any(start => start.Definitions.Any(d => d is CompensateEventDefinition)));
}
