using Workflows.Engine.Cases;
using Ways = System.Collections.Immutable.ImmutableSortedDictionary<int, System.Collections.Immutable.ImmutableList<Workflows.Engine.Execution.Passage>>;

namespace Workflows.Engine.Execution;

/// <summary>Folds the ways of living scopes.</summary>
internal static class PassageFolding
{
    public static Ways Entered(Case state, ElementEntered e)
    {
        // Entries of before cases kept their ways do not say what an element follows from.
        if (e.FollowsFrom is not { } from || e.Instance.ScopeId is not { } scope)
        {
            return state.Passages;
        }

        var way = state.Passages.GetValueOrDefault(scope, []);
        var passage = new Passage(e.Instance.Id, e.Instance.ElementId, [.. e.ConsumedTokens.Select(id => state.Tokens[id])], from);

        return state.Passages.SetItem(scope, (way.Count < Passage.Kept ? way : way.RemoveAt(0)).Add(passage));
    }

    /// <summary>A scope is left: its way is one passage of the way around it.</summary>
    public static Ways Left(Case state, int scopeId)
    {
        if (!state.Passages.TryGetValue(scopeId, out var way))
        {
            return state.Passages;
        }

        var ways = state.Passages.Remove(scopeId);
        if (state.Instances[scopeId].ScopeId is not { } outerId || !ways.TryGetValue(outerId, out var outer))
        {
            return ways;
        }

        var at = outer.FindIndex(passage => passage.InstanceId == scopeId);

        return at < 0 ? ways : ways.SetItem(outerId, outer.SetItem(at, outer[at] with { Content = [.. way.SelectMany(passage => passage.Instances)] }));
    }

    public static Ways Undone(Case state, WayUndone e) =>
        state.Passages.SetItem(e.ScopeId, state.Passages[e.ScopeId].RemoveAll(passage => e.Undone.Contains(passage.InstanceId)));
}
