using System.Globalization;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Time;

/// <summary>How long a process may take by the limits of its steps, what it calls and contains included.</summary>
/// <param name="findProcess">The processes that call activities call.</param>
/// <param name="fromReceipt">True to count from receipt to the end, false from acceptance to the decision.</param>
/// <param name="canTake">False for flows that are never taken; null for none such.</param>
public sealed class ProcessTime(Func<string, ProcessDefinition?> findProcess, bool fromReceipt, Func<SequenceFlow, bool>? canTake = null)
{
    private readonly Func<SequenceFlow, bool> canTake = canTake ?? (_ => true);
    private readonly HashSet<string> calling = new(StringComparer.Ordinal);

    public LongestPath Of(ProcessDefinition process)
    {
        // A process that calls itself is refused by another rule.
        if (!calling.Add(process.Id))
        {
            return LongestPath.None;
        }

        var longest = LongestPath.Of(process.Content, TimeOf, canTake);
        calling.Remove(process.Id);
        return longest;
    }

    /// <summary>How often an activity is done one after the other; null where nothing bounds it.</summary>
    public static decimal? Repetitions(FlowNode node) => (node as Activity)?.Loop switch
    {
        null or MultiInstance { IsSequential: false } => 1,
        StandardLoop loop => loop.Maximum,
        MultiInstance { InputCollection: null, Cardinality: { } count } when decimal.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private LongestPath TimeOf(FlowNode node)
    {
        var own = StepTime.Of(node, fromReceipt);
        var once = node switch
        {
            SubProcess { TriggeredByEvent: true } => LongestPath.None,
            _ when own > 0 => new LongestPath(own, [(node.Id, own)]),
            SubProcess sub => LongestPath.Of(sub.Content, TimeOf, canTake),
            CallActivity { CalledElement: { } called } when findProcess(called) is { } process => Of(process),
            _ => LongestPath.None,
        };
        var times = Repetitions(node) ?? 1;
        return times == 1 ? once : new LongestPath(once.Days * times, [.. once.Steps.Select(step => (step.ElementId, step.Days * times))]);
    }
}
