using System.Collections.Immutable;
using Workflows.Engine.Cases;
using Workflows.Engine.Execution;

namespace Workflows.Designer.Cases;

/// <summary>Every element that ever lived in a case, as the journal tells it.</summary>
internal sealed record CasePast(
    ImmutableDictionary<int, ElementInstance> Instances,
    ImmutableHashSet<int> Cancelled,
    ImmutableList<FlowToken> Flows)
{
    public static CasePast Of(IEnumerable<CaseEvent> history) => history.Aggregate(
        new CasePast(ImmutableDictionary<int, ElementInstance>.Empty, [], []),
        (past, happened) => happened switch
        {
            ElementEntered e => past with { Instances = past.Instances.SetItem(e.Instance.Id, e.Instance) },
            ElementChanged e => past with { Instances = past.Instances.SetItem(e.Instance.Id, e.Instance) },
            CaseMigrated e => past with { Instances = past.Instances.SetItems(e.Instances.Select(moved => KeyValuePair.Create(moved.Id, moved))) },
            ElementCancelled e => past with { Cancelled = past.Cancelled.Add(e.InstanceId) },
            SequenceFlowTaken e => past with { Flows = past.Flows.Add(e.Token) },
            _ => past,
        });

    /// <summary>The instance whose diagram shows this one: the call activity around it, or the process at the top.</summary>
    public int FrameOf(ElementInstance instance)
    {
        var inner = instance;
        while (inner.ScopeId is { } scope && Instances[scope] is var outer)
        {
            if (outer.ScopeId is null || outer.ProcessId != inner.ProcessId)
            {
                return outer.Id;
            }

            inner = outer;
        }

        return inner.Id;
    }

    /// <summary>The instance whose diagram shows the content of this scope.</summary>
    public int? FrameOfScope(int scopeId) =>
        Instances.TryGetValue(scopeId, out var scope)
            ? scope.ScopeId is null || HasOtherProcess(scope) ? scope.Id : FrameOf(scope)
            : null;

    public bool IsWithin(int instanceId, int outerId)
    {
        for (int? id = instanceId; id is { } inner; id = Instances.GetValueOrDefault(inner)?.ScopeId)
        {
            if (inner == outerId)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasOtherProcess(ElementInstance scope) =>
        Instances.Values.Any(inner => inner.ScopeId == scope.Id && inner.ProcessId != scope.ProcessId);
}
