using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Handling;
using Workflows.Engine.Supervision.Watching;
using Workflows.Specs.Cases;
using Workflows.Specs.Support;

namespace Workflows.Specs.Supervision;

/// <summary>A case of one matter at which the rules look with every command.</summary>
internal sealed class WatchedCase(SupervisionRules rules, string receivedOn = "2026-02-13")
{
    private readonly OneMatterCase oneMatter = new(receivedOn);
    private int entries = 1;

    public Case State => oneMatter.State;

    public List<WatchedEntry> Entries { get; } = [];

    public List<RuleFinding> Findings { get; } = [];

    public IEnumerable<string> Found => Findings.Select(finding => finding.Rule.Id);

    public void Complete(string on, Actor actor, string element, string outcome, string? opinion = null, string? enteredOn = null) =>
        Accept(on, actor, new CompleteWorkItem(oneMatter.OpenItem(element), outcome, opinion), enteredOn);

    public void Accept(string on, Actor actor, CaseCommand command, string? enteredOn = null)
    {
        var before = oneMatter.State;
        var events = oneMatter.Accept(on, actor, command).Events;
        Look(new WatchedEntry(++entries, CommandKind.Of(command), actor, Days.At(on, 10), Days.At(enteredOn ?? on, 10), before, oneMatter.State, events));
    }

    public int OpenItem(string element) => oneMatter.OpenItem(element);

    /// <summary>Looks at an entry that the case itself would not allow.</summary>
    public void Look(WatchedEntry entry)
    {
        Entries.Add(entry);
        Findings.AddRange(Ask(entry));
    }

    public IReadOnlyList<RuleFinding> Ask(WatchedEntry entry) => CaseWatch.Of(entry, oneMatter.Definitions, rules);
}
