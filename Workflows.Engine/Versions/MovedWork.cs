using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Versions;

/// <summary>What the new version makes of open work, running clocks and matters of a case whose tokens have been moved.</summary>
/// <param name="look">A burst over the moved case; nothing happens in it.</param>
internal sealed class MovedWork(Burst look, MigrationInstructions instructions)
{
    public List<MigrationObstacle> Obstacles { get; } = [];

    /// <summary>The matters that differ: in version, name or department.</summary>
    public IReadOnlyList<CaseMatter> Matters()
    {
        var changed = new List<CaseMatter>();
        foreach (var matter in look.Case.Matters.Values)
        {
            if (look.Definitions.Matter(matter.Code) is not { } definition)
            {
                Obstacles.Add(new MigrationObstacle(matter.Code, $"Expected matter '{matter.Code}' of the case in version {look.Definitions.Service.Version} of the service, but it is not there."));
            }
            else if (matter with { Version = definition.Version, Name = definition.Name, Department = definition.Department } is var moved && moved != matter)
            {
                changed.Add(moved);
            }
        }

        return changed;
    }

    /// <summary>The open work items that differ.</summary>
    public IReadOnlyList<WorkItem> WorkItems() =>
        [.. look.Case.WorkItems.Values.Where(item => item.IsOpen).Select(item => (Item: item, Moved: Moved(item))).Where(pair => pair.Moved != pair.Item).Select(pair => pair.Moved)];

    /// <summary>The running clocks that take another limit: none unless the instructions say so.</summary>
    public IReadOnlyList<Clock> Clocks() => !instructions.AdoptLimits ? [] :
        [.. look.Case.Clocks.Values
            .Where(clock => clock is { IsRunning: true, ExpiredOn: null })
            .Select(clock => (Clock: clock, Limit: LimitOf(clock)))
            .Where(pair => pair.Limit is not null && !IsSame(pair.Limit, pair.Clock.Limit))
            .Select(pair => pair.Clock with { Limit = pair.Limit! })];

    private WorkItem Moved(WorkItem item)
    {
        var instance = look.Case.Instances[item.InstanceId];
        if (look.NodeOf(instance) is not UserTask task)
        {
            return item;
        }

        var (department, role) = WorkItemOffers.Addressed(look, instance, task);
        var moved = item with { ElementId = task.Id, ProcessId = instance.ProcessId, Name = task.Label, Department = department, Role = role };
        if (item.Department == department && item.Role == role)
        {
            return moved;
        }

        if (item.State is WorkItemState.Suspended)
        {
            Obstacles.Add(new MigrationObstacle(item.ElementId, $"Expected work item '{item.Id}' to stay with '{item.Department}' while it waits for the applicant, but version {look.Definitions.Service.Version} gives it to '{department}'."));
        }

        // Whoever held it is of another department or post: it is offered anew.
        return moved with { State = WorkItemState.Offered, Holder = null, ClaimedAt = null, DelegatedBy = null };
    }

    private TimeLimit? LimitOf(Clock clock) => (clock switch
    {
        { WorkItemId: { } item } => look.Case.WorkItems[item] is { IsOpen: true } open && look.NodeOf(look.Case.Instances[open.InstanceId]) is UserTask task
            ? task.Approval.TimeLimits.FirstOrDefault(limit => limit.Kind == clock.Limit.Kind)
            : null,
        { Matter: { } code, Limit.Kind: ClockKind.Promise } => look.Definitions.Matter(code)?.Promised,
        { Matter: { } code, Limit.Kind: ClockKind.Statutory } => look.Definitions.Matter(code)?.Statutory,
        _ => null,
    }) is { } limit ? look.Definitions.Clocks.Armed(limit) : null;

    // The rungs are a list, which a record compares by reference.
    private static bool IsSame(TimeLimit one, TimeLimit other) =>
        one with { Rungs = null } == other with { Rungs = null } && (one.Rungs ?? []).SequenceEqual(other.Rungs ?? []);
}
