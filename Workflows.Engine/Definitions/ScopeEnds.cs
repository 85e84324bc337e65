using System.Collections.Concurrent;
using Workflows.Definitions.Checks.Soundness;
using Workflows.Definitions.Processes;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Definitions;

/// <summary>Whether processes and sub-processes at work can come to their end; each standing is explored once, because many cases stand alike.</summary>
internal sealed class ScopeEnds(Func<string, ProcessDefinition?> findProcess)
{
    private readonly ConcurrentDictionary<string, SoundnessReport> known = new(StringComparer.Ordinal);

    /// <param name="inside">The process and the content in which the standing is.</param>
    /// <param name="forbidsMeeting">True where also two tokens that meet on one flow are a flaw.</param>
    public SoundnessReport From(ElementInstance scope, (string ProcessId, FlowScope Content) inside, ScopeStanding standing, bool forbidsMeeting = false) =>
        known.GetOrAdd($"{Key(scope, inside.ProcessId, standing)}|{forbidsMeeting}", _ => OptionToComplete.From(inside.Content, standing, findProcess, forbidsMeeting));

    private static string Key(ElementInstance scope, string processId, ScopeStanding standing) => string.Join(
        '|',
        $"{processId}/{scope.ElementId}",
        string.Join(',', standing.Elements.Order(StringComparer.Ordinal)),
        string.Join(',', standing.Flows.Order(StringComparer.Ordinal)),
        string.Join(',', standing.Spent.OrderBy(spent => spent.Key, StringComparer.Ordinal).Select(spent => $"{spent.Key}={spent.Value}")),
        standing.IsInterrupted);
}
