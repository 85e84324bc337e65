using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Engine.Returning;

/// <summary>What sending a work item back will do, before it is done. The command does what its plan says: both are made by the same function.</summary>
/// <param name="Undone">The elements that are undone, in the order in which they were entered; only the step itself where it comes straight back.</param>
/// <param name="Withdrawn">Open work items of branches that followed from the step: they fall away.</param>
/// <param name="Untouched">Open work items of all other branches: they go on.</param>
/// <param name="EndedClocks">Clocks that end, with the work items that they measure.</param>
/// <param name="RunningClocks">Clocks that run on: no limit of the law starts anew.</param>
/// <param name="Opinions">Opinions that stay in the journal but have to be given again.</param>
/// <param name="LapsedCorrections">The numbers of notices that need not be answered any longer.</param>
/// <param name="Mark">Tells this plan from any other; a command that carries it is refused when it would do something else.</param>
public sealed record SendBackPlan(
    int WorkItemId,
    string ToElementId,
    string ToName,
    SendBackReturn Afterwards,
    IReadOnlyList<UndoneElement> Undone,
    IReadOnlyList<TouchedWorkItem> Withdrawn,
    IReadOnlyList<TouchedWorkItem> Untouched,
    IReadOnlyList<TouchedClock> EndedClocks,
    IReadOnlyList<TouchedClock> RunningClocks,
    IReadOnlyList<GivenOpinion> Opinions,
    IReadOnlyList<string> LapsedCorrections,
    string Mark);

/// <param name="IsAtWork">True where it has not been left.</param>
public sealed record UndoneElement(string ElementId, string Name, bool IsAtWork);

/// <param name="Holder">The name of the person who holds it, or null.</param>
public sealed record TouchedWorkItem(int WorkItemId, string Name, string? Matter, string Department, string? Holder);

public sealed record TouchedClock(int ClockId, ClockKind Kind, string? Matter);

public sealed record GivenOpinion(int WorkItemId, string Name, string? Outcome, string? Opinion, string? By);

/// <summary>A step that a work item may be sent back to.</summary>
/// <param name="DoneBy">Who did it last.</param>
/// <param name="Returns">The ways back that may be chosen.</param>
public sealed record SendBackTarget(string ElementId, string Name, string? DoneBy, IReadOnlyList<SendBackReturn> Returns);
