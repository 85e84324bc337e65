using Workflows.Definitions;
using Workflows.Definitions.Calendars;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Cases;
using Workflows.Engine.Definitions;
using Workflows.Engine.Handling;
using Workflows.Engine.Journal;
using Workflows.Engine.Outbox;
using Workflows.Engine.Storage;
using Workflows.Load.Workloads;

namespace Workflows.Load;

/// <summary>A completion that is about to be decided: everything that the engine has in its hands by then.</summary>
public sealed class Completion
{
    private Completion(DefinitionSet definitions, LoadedCase loaded, CommandEnvelope envelope)
    {
        (Definitions, Loaded, Envelope) = (definitions, loaded, envelope);
        Accepted = Accept(envelope, loaded.State, definitions);
        State = CaseJson.Write(loaded.State);
        Journal = CaseEntry.Of(envelope, definitions, SupervisionRules.None, loaded, Accepted, OutboxKinds.OfTheEngine).Rows.All.Select(change => change.Row).OfType<JournalRow>().Single();
    }

    public CommandEnvelope Envelope { get; }

    public DefinitionSet Definitions { get; }

    public Accepted Accepted { get; }

    /// <summary>The case before the completion, as it is stored.</summary>
    public byte[] State { get; }

    public JournalRow Journal { get; }

    internal LoadedCase Loaded { get; }

    /// <summary>Five user tasks in sequence, two of them done.</summary>
    public static Completion InSequence() => After(PlainWorkload.Sequence, 2);

    /// <summary>Thirteen user tasks in six branches, six of them done.</summary>
    public static Completion InFork() => After(PlainWorkload.Fork, 6);

    /// <summary>The pure core: decides, and applies what was decided.</summary>
    public Decision Decide() => CaseDecider.Decide(Envelope, Loaded.State, Definitions);

    /// <summary>The rows of the command.</summary>
    public object Rows() => CaseEntry.Of(Envelope, Definitions, SupervisionRules.None, Loaded, Accepted, OutboxKinds.OfTheEngine);

    private static Completion After(PlainWorkload workload, int done)
    {
        var errors = new List<DefinitionError>();
        var calendar = CalendarReader.Read(Path.Combine(AppContext.BaseDirectory, "Library"), errors)["cn"];
        var definitions = workload.Build(calendar);
        var state = Accept(workload.Opening("case"), null, definitions).Case;
        for (var number = 0; number < done; number++)
        {
            state = Accept(workload.Completing(state), state, definitions).Case;
        }

        return new Completion(definitions, new LoadedCase(state, done + 1, JournalHash.Origin), workload.Completing(state));
    }

    private static Accepted Accept(CommandEnvelope envelope, Case? state, DefinitionSet definitions) =>
        CaseDecider.Decide(envelope, state, definitions) as Accepted ?? throw new InvalidOperationException("Expected the command to be accepted, but it is refused.");
}
