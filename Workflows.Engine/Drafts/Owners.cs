using Workflows.Definitions.Checks.Time;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Engine.Drafts;

/// <summary>Whose time the steps of a process take.</summary>
internal static class Owners
{
    /// <summary>The limits of all steps, those of called processes included, summed by owner: working days.</summary>
    /// <param name="find">The processes that call activities call; a process that calls itself is counted once.</param>
    public static IEnumerable<(TimeOwner Owner, decimal Days)> Of(ProcessDefinition main, Func<string, ProcessDefinition?> find) =>
        from node in Nodes(main, find, [main.Id])
        from limit in node.Approval.TimeLimits
        group StepTime.InWorkingDays(limit) by limit.Owner into days
        orderby days.Key
        select (days.Key, days.Sum());

    private static IEnumerable<FlowNode> Nodes(ProcessDefinition process, Func<string, ProcessDefinition?> find, IReadOnlyList<string> calling) =>
        from node in process.Content.Descendants()
        from one in node is CallActivity { CalledElement: { } called } && !calling.Contains(called) && find(called) is { } inner
            ? Nodes(inner, find, [.. calling, called]).Prepend(node)
            : [node]
        select one;
}
