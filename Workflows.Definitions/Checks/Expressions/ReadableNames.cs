using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>What an expression can read at its place: the case's variables, and the results of the steps that can have run by then.</summary>
/// <remarks>
/// A step's result lives in the process or sub-process that holds the step, so a step inside a sub-process cannot be read after it.
/// A step that only may have run can be read: where it has not, it is null.
/// </remarks>
internal sealed class ReadableNames(DefinitionUnderCheck definition)
{
    /// <summary>The names that can be read.</summary>
    public HashSet<string> At(ExpressionUnderCheck expression)
    {
        HashSet<string> names =
        [
            CaseVariables.Applicant, CaseVariables.Answers, CaseVariables.Form, CaseVariables.Guidance, CaseVariables.Channel, CaseVariables.Calendar,
            CaseVariables.Window,
        ];
        if (definition.Service is null)
        {
            names.Add(CaseVariables.Matter);
        }

        if (expression.Moment is not Moment.Entering)
        {
            names.UnionWith(WrittenBy(expression.Node));
        }

        if (expression.Moment is Moment.Repeating)
        {
            names.UnionWith(CaseVariables.LoopCounters);
            names.UnionWith(LoopItemOf(expression.Node));
            names.Add("activationCount");
        }

        AddEarlier(names, expression.Node, expression.Scope);
        return names;
    }

    private void AddEarlier(HashSet<string> names, FlowNode node, ScopeUnderCheck scope)
    {
        foreach (var earlier in EarlierNodes.Of(node, scope.Content))
        {
            names.UnionWith(WrittenBy(earlier));
        }

        if (scope.Owner is not { } owner)
        {
            return;
        }

        names.UnionWith(LoopItemOf(owner));
        var outer = definition.Scopes.First(candidate => candidate.Process == scope.Process && candidate.Content.FindNode(owner.Id) is not null);
        if (scope.Owner.TriggeredByEvent)
        {
            // It can start at any time, so anything beside it may have run.
            names.UnionWith(outer.Content.Nodes.SelectMany(WrittenBy));
        }

        AddEarlier(names, owner, outer);
    }

    private static IEnumerable<string> LoopItemOf(FlowNode node) => (node as Activity)?.Loop switch
    {
        null => [],
        MultiInstance { InputItem: { } item } => [item, "loopCounter"],
        _ => ["loopCounter"],
    };

    private static IEnumerable<string> WrittenBy(FlowNode node)
    {
        if (node is Activity { Loop: MultiInstance { OutputCollection: { } collection } })
        {
            yield return collection;
        }

        switch (node)
        {
            case UserTask or CallActivity { Approval.Matter: not null }:
                yield return node.Id;
                break;
            case ScriptTask or BusinessRuleTask or ServiceTask or SendTask or ReceiveTask or StartEvent or BoundaryEvent or IntermediateCatchEvent:
                yield return node.Approval.ResultVariable ?? node.Id;
                break;
        }
    }
}
