using System.Globalization;
using Workflows.Definitions.Processes;
using Workflows.Engine.Definitions;
using Workflows.Engine.Execution;
using Workflows.Engine.Versions;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Moves a case to another version of its service: where it stands, and nothing of what it has done.</summary>
internal static class Migrating
{
    /// <param name="to">The version to move to; null where there is none.</param>
    public static Decision Migrate(CommandEnvelope envelope, MigrateCase command, Case state, DefinitionSet from, DefinitionSet? to, Steering? steering)
    {
        if (!envelope.Actor.Is(Role.Administrator) && !envelope.Actor.Is(Role.Analyst))
        {
            return new Rejected(RejectionCode.NotEntitled, $"Expected an analyst or administrator to migrate a case, but '{envelope.Actor.AccountId}' is neither.", "migration", Role.Administrator);
        }

        if (to is null || state.ServiceVersion == command.ToVersion)
        {
            var version = command.ToVersion.ToString(CultureInfo.InvariantCulture);
            return to is null
                ? new Rejected(RejectionCode.UnknownService, $"Expected service '{state.ServiceCode}' in version {version}, but there is no such definition.", state.ServiceCode, version)
                : new Rejected(RejectionCode.CannotMigrate, $"Expected case '{state.Number}' to be on another version than {version}, but it is on it.", state.Number, version);
        }

        var plan = MigrationPlanner.Plan(state, from, to, command.Instructions, envelope.HappenedAt);
        return plan.Event is null
            ? new Rejected(RejectionCode.CannotMigrate, string.Join(" ", plan.Obstacles.Select(obstacle => obstacle.Message)), state.Number, plan.Obstacles[0].ElementId)
            : Migrated(new Burst(state, to, envelope.HappenedAt, envelope.Actor, steering), state, from, plan.Event, command.Instructions);
    }

    private static Accepted Migrated(Burst burst, Case state, DefinitionSet from, CaseMigrated migrated, MigrationInstructions instructions)
    {
        burst.Emit(migrated);
        foreach (var instance in burst.Case.Instances.Values.ToList())
        {
            OpenWhatIsNew(burst, instance, state.Instances[instance.Id], from, instructions);
        }

        burst.GoOn();
        burst.Run();

        return new Accepted(burst.Events, burst.Case);
    }

    // An event that the old version had, too, was waited for when its turn was: if it is not any more, it has happened.
    private static void OpenWhatIsNew(Burst burst, ElementInstance instance, ElementInstance before, DefinitionSet from, MigrationInstructions instructions)
    {
        var known = Known(before, from, instructions).ToHashSet(StringComparer.Ordinal);
        foreach (var boundary in Catching.BoundariesOf(burst, instance).Where(boundary => !known.Contains(boundary.Id)))
        {
            Catching.Open(burst, instance, instance.ProcessId, boundary);
        }

        if (IsScope(burst, instance) && !burst.ChildrenOf(instance).Any(child => Throwing.IsInterrupting(burst, child)))
        {
            var (processId, content) = burst.ContentOf(instance);
            foreach (var start in content.EventSubProcesses.SelectMany(sub => sub.Content.Nodes.OfType<StartEvent>()).Where(start => !known.Contains(start.Id)))
            {
                Catching.Open(burst, instance, processId, start);
            }
        }
    }

    /// <summary>What the elements of the old version around and in an instance are called in the new one.</summary>
    private static IEnumerable<string> Known(ElementInstance before, DefinitionSet from, MigrationInstructions instructions)
    {
        var called = before.ScopeId is not null ? (from.Processes[before.ProcessId].Place(before.ElementId).Node as CallActivity)?.CalledElement : null;
        return new[] { before.ProcessId, called }.OfType<string>().SelectMany(process =>
            from.Processes[process].Definition.Content.Descendants().Select(node => instructions.Target(process, node.Id)));
    }

    private static bool IsScope(Burst burst, ElementInstance instance) =>
        (instance.Loop is null || instance.LoopCounter is not null) && burst.NodeOf(instance) is null or SubProcess or CallActivity { CalledElement: not null };
}
