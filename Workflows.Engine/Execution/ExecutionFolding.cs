using System.Collections.Immutable;
using Workflows.Definitions.Feel;
using Workflows.Engine.Cases;

namespace Workflows.Engine.Execution;

/// <summary>Folds the events of the token game: elements, tokens, subscriptions, variables, compensation.</summary>
internal static class ExecutionFolding
{
    /// <summary>The case after the event, or null where the event is of another kind.</summary>
    public static Case? Apply(Case state, CaseEvent @event) => @event switch
    {
        ElementEntered e => state with
        {
            Instances = state.Instances.Add(e.Instance.Id, e.Instance),
            Passages = PassageFolding.Entered(state, e),
            Tokens = e.ConsumedTokens.Aggregate(state.Tokens, (tokens, consumed) => tokens.Remove(consumed)),
            NextId = CaseFolding.NextId(state, e.Instance.Id),
        },
        ElementChanged e => state with { Instances = state.Instances.SetItem(e.Instance.Id, e.Instance) },
        ElementCompleted e => Left(state, e.InstanceId),
        ElementCancelled e => Left(state, e.InstanceId) with { Compensations = WithoutScope(state.Compensations, e.InstanceId) },
        SequenceFlowTaken e => state with { Tokens = state.Tokens.Add(e.Token.Id, e.Token), NextId = CaseFolding.NextId(state, e.Token.Id) },
        WayUndone e => e.Restored.Aggregate(
            state with
            {
                Passages = PassageFolding.Undone(state, e),
                Tokens = state.Tokens.AddRange(e.Restored.Select(token => KeyValuePair.Create(token.Id, token))),
            },
            (numbered, token) => CaseFolding.Numbered(numbered, token.Id)),
        TokensConsumed e => state with { Tokens = state.Tokens.RemoveRange(e.Tokens) },
        SubscriptionOpened e => CaseFolding.Numbered(
            state with { Subscriptions = state.Subscriptions.Add(e.Subscription.Id, e.Subscription) },
            e.Subscription.Id),
        SubscriptionChanged e => state with { Subscriptions = state.Subscriptions.SetItem(e.Subscription.Id, e.Subscription) },
        SubscriptionClosed e => state with { Subscriptions = state.Subscriptions.Remove(e.SubscriptionId) },
        VariablesSet { ScopeId: null } e => state with { Variables = Merged(state.Variables, e.Values) },
        VariablesSet { ScopeId: { } scope } e => state with
        {
            Instances = state.Instances.SetItem(
                scope,
                state.Instances[scope] with { Variables = Merged(state.Instances[scope].Variables ?? FeelContext.Empty, e.Values) }),
        },
        CompensationRecorded e => CaseFolding.Numbered(
            state with { Compensations = state.Compensations.Add(e.Record.Id, e.Record) },
            e.Record.Id),
        CompensationTaken e => state with { Compensations = state.Compensations.Remove(e.RecordId) },
        _ => null,
    };

    private static Case Left(Case state, int instanceId) => state with
    {
        Instances = state.Instances.Remove(instanceId),
        Passages = PassageFolding.Left(state, instanceId),
        Tokens = Without(state.Tokens, token => token.ScopeId == instanceId),
        Subscriptions = Without(state.Subscriptions, subscription => subscription.InstanceId == instanceId),
        Incidents = Without(state.Incidents, incident => incident.InstanceId == instanceId),
    };

    private static ImmutableSortedDictionary<int, CompensationRecord> WithoutScope(
        ImmutableSortedDictionary<int, CompensationRecord> records, int scopeId) =>
        Without(records, record => record.ScopeId == scopeId);

    private static ImmutableSortedDictionary<int, T> Without<T>(ImmutableSortedDictionary<int, T> all, Func<T, bool> gone)
    {
        foreach (var (id, one) in all)
        {
            if (gone(one))
            {
                all = all.Remove(id);
            }
        }

        return all;
    }

    private static FeelContext Merged(FeelContext variables, FeelContext values) =>
        variables.With(values);
}
