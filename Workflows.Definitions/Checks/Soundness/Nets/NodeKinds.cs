using System.Globalization;
using System.Text.RegularExpressions;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Soundness.Nets;

/// <summary>From BPMN element to the way it moves tokens.</summary>
internal static partial class NodeKinds
{
    public static NetNodeKind Of(FlowNode node) => node switch
    {
        AdHocSubProcess => NetNodeKind.Task,
        SubProcess { TriggeredByEvent: true } => NetNodeKind.EventSubProcess,
        SubProcess => NetNodeKind.SubProcess,
        Activity => NetNodeKind.Task,
        StartEvent => NetNodeKind.Start,
        BoundaryEvent => NetNodeKind.Boundary,
        EndEvent end when end.Definitions.Any(about => about is TerminateEventDefinition) => NetNodeKind.Terminate,
        Event thrown and (EndEvent or IntermediateThrowEvent) when thrown.Definitions.Any(IsThrown) => NetNodeKind.Throw,
        EndEvent => NetNodeKind.End,
        Event => NetNodeKind.Pass,
        ParallelGateway => NetNodeKind.Parallel,
        InclusiveGateway => NetNodeKind.Inclusive,
        EventBasedGateway => NetNodeKind.EventBased,
        ComplexGateway => NetNodeKind.Complex,
        _ => NetNodeKind.Exclusive,
    };

    public static bool IsThrown(EventDefinition definition) =>
        definition is ErrorEventDefinition or EscalationEventDefinition or CancelEventDefinition;

    /// <summary>How many tokens let a complex gateway fire: all, or the number in <c>activationCount >= n</c>.</summary>
    /// <exception cref="NetTooLargeException">The condition says something else.</exception>
    public static int TokensNeeded(ComplexGateway gateway, int incoming)
    {
        if (gateway.ActivationCondition is null)
        {
            return incoming;
        }

        var count = AtLeast().Match(gateway.ActivationCondition);
        return count.Success && int.TryParse(count.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var needed)
            ? Math.Max(needed, 1)
            : throw new NetTooLargeException(gateway.Id, $"the activation condition of '{gateway.Id}' depends on data");
    }

    [GeneratedRegex(@"^\s*activationCount\s*>=\s*(?<n>\d{1,4})\s*$")]
    private static partial Regex AtLeast();
}
