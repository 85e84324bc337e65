using Workflows.Definitions.Feel;
using Workflows.Definitions.Materials;
using Workflows.Definitions.Processes;
using Workflows.Designer.Cases;
using Workflows.Designer.Intake;
using Workflows.Engine.Cases;
using Workflows.Engine.Clocks;
using Workflows.Engine.Corrections;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.WorkItems;

/// <summary>Everything that an officer needs for one work item, on one sheet.</summary>
public sealed record WorkItemSheet(CaseView View, WorkItem Item, UserTask Task, Actor Actor, ApplicationScope Scope)
{
    /// <summary>The outcome of a task whose definition names none, as the engine has it.</summary>
    private static readonly Outcome Done = new("done", "完成");

    /// <summary>The work item of a case; null where the case has none of that number, or it is another department's.</summary>
    public static WorkItemSheet? Of(CaseView view, int workItemId, Actor actor)
    {
        if (!view.Case.WorkItems.TryGetValue(workItemId, out var item) || item.Department != actor.Department)
        {
            return null;
        }

        // What was done before the case moved to another version may have no place in it.
        var task = view.Definitions.Processes.GetValueOrDefault(item.ProcessId)?.FindPlace(item.ElementId)?.Node as UserTask
            ?? new UserTask { Id = item.ElementId, Name = item.Name };
        return new WorkItemSheet(view, item, task, actor, view.Scope());
    }

    public IReadOnlyList<Outcome> Outcomes => Task.Approval.Outcomes is { Count: > 0 } stated ? stated : [Done];

    public bool IsMine => Item.State is WorkItemState.Claimed && Item.Holder?.AccountId == Actor.AccountId;

    /// <summary>True where the actor may take the item; the engine asks the same again.</summary>
    public bool CanClaim => Item.State is WorkItemState.Offered && Item.IsFor(Actor);

    public bool CanCorrect => IsMine && Task.Approval.Operations.Contains("correct");

    public bool IssuesCertificate => Task.Approval.Step is StepKind.Certificate;

    public string? MatterName => Item.Matter is { } code ? View.Case.Matters[code].Name : null;

    public string Summary => string.Join(" · ", new[] { MatterName, View.Case.Applicant.Name, View.Definitions.Service.Name }.OfType<string>());

    /// <summary>The materials of the item's matter; of all where it has none.</summary>
    public IReadOnlyList<NeededMaterial> Materials =>
        [.. Scope.Materials.Where(needed => Item.Matter is null || needed.Needs.Any(need => need.Matter == Item.Matter))];

    /// <summary>The clocks that measure the item, its matter and the whole case, the nearest first.</summary>
    public IReadOnlyList<Clock> Clocks =>
    [
        .. View.Case.Clocks.Values
            .Where(clock => clock.WorkItemId == Item.Id || (clock.WorkItemId is null && (clock.Matter is null || clock.Matter == Item.Matter)))
            .OrderByDescending(clock => clock.WorkItemId == Item.Id).ThenBy(clock => View.Reading(clock).DueOn),
    ];

    /// <summary>What was decided before on the item's matter, or on the case as a whole.</summary>
    public IReadOnlyList<WorkItem> Earlier =>
    [
        .. View.Case.WorkItems.Values
            .Where(item => item.State is WorkItemState.Completed && item.Id != Item.Id && (Item.Matter is null || item.Matter is null || item.Matter == Item.Matter))
            .OrderBy(item => item.EndedAt),
    ];

    public Correction? OpenCorrection => View.Case.Corrections.Values.FirstOrDefault(correction => correction.IsOpen && correction.WorkItemId == Item.Id);

    public bool IsOpen => Item.IsOpen;
}
