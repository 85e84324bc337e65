using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>When an expression is evaluated, which decides what it can read.</summary>
internal enum Moment
{
    /// <summary>Before its node does anything.</summary>
    Entering,

    /// <summary>While its node repeats: the node's own results and the loop's counters are there.</summary>
    Repeating,

    /// <summary>After its node is done.</summary>
    Leaving,
}

/// <summary>A FEEL text of a definition and the place where it is evaluated.</summary>
/// <param name="ElementId">The element to show: the node, or the flow that carries the condition.</param>
internal sealed record ExpressionUnderCheck(string ElementId, string Text, FlowNode Node, ScopeUnderCheck Scope, Moment Moment)
{
    /// <summary>Every FEEL text of the file.</summary>
    public static IEnumerable<ExpressionUnderCheck> Of(DefinitionUnderCheck definition) =>
        definition.Nodes.SelectMany(at => Of(at.Node, at.Scope));

    private static IEnumerable<ExpressionUnderCheck> Of(FlowNode node, ScopeUnderCheck scope)
    {
        foreach (var flow in scope.Outgoing(node).Where(flow => flow.Condition is not null))
        {
            yield return new ExpressionUnderCheck(flow.Id, flow.Condition!, node, scope, Moment.Leaving);
        }

        foreach (var (text, moment) in Own(node))
        {
            if (text is not null)
            {
                yield return new ExpressionUnderCheck(node.Id, text, node, scope, moment);
            }
        }
    }

    private static IEnumerable<(string? Text, Moment Moment)> Own(FlowNode node)
    {
        yield return (AfterEquals(node.Approval.Department), Moment.Entering);
        yield return (AfterEquals(node.Approval.Matter), Moment.Entering);
        if (node is ScriptTask script)
        {
            yield return (script.Script, Moment.Entering);
        }

        if (node is ComplexGateway complex)
        {
            yield return (complex.ActivationCondition, Moment.Repeating);
        }

        if (node is AdHocSubProcess adHoc)
        {
            yield return (adHoc.CompletionCondition, Moment.Repeating);
        }

        foreach (var own in OfLoop((node as Activity)?.Loop).Concat((node as Event)?.Definitions.SelectMany(OfDefinition) ?? []))
        {
            yield return own;
        }
    }

    private static IEnumerable<(string? Text, Moment Moment)> OfLoop(LoopCharacteristics? loop) => loop switch
    {
        StandardLoop standard => [(standard.Condition, Moment.Repeating)],
        MultiInstance multiple =>
        [
            (multiple.Cardinality, Moment.Entering),
            (multiple.InputCollection, Moment.Entering),
            (multiple.OutputItem, Moment.Repeating),
            (multiple.CompletionCondition, Moment.Repeating),
            (multiple.Countersign?.Weight, Moment.Repeating),
            (multiple.Countersign?.Threshold, Moment.Entering),
        ],
        _ => [],
    };

    private static IEnumerable<(string? Text, Moment Moment)> OfDefinition(EventDefinition definition) => definition switch
    {
        ConditionalEventDefinition conditional => [(conditional.Condition, Moment.Entering)],
        TimerEventDefinition timer => [(AfterEquals(timer.Date), Moment.Entering), (AfterEquals(timer.Duration), Moment.Entering)],
        _ => [],
    };

    private static string? AfterEquals(string? text) => text?.StartsWith('=') == true ? text[1..] : null;
}
