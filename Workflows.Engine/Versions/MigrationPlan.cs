using Workflows.Definitions.Matters;
using Workflows.Engine.Cases;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Versions;

/// <summary>What moving one case to another version of its service would do, or why it cannot be moved.</summary>
/// <param name="Event">What happens; null where something is in the way.</param>
/// <param name="Obstacles">What is in the way; empty where the case can be moved.</param>
/// <param name="IsProven">True where it is certain that the case can still end; false where exploring that would take too long.</param>
public sealed record MigrationPlan(CaseMigrated? Event, IReadOnlyList<MigrationObstacle> Obstacles, bool IsProven)
{
    /// <summary>Every token: where it stands, and where it will.</summary>
    public IReadOnlyList<MovedToken> Tokens { get; init; } = [];

    /// <summary>The open work items that change.</summary>
    public IReadOnlyList<MovedWorkItem> WorkItems { get; init; } = [];

    /// <summary>The running clocks that change.</summary>
    public IReadOnlyList<MovedClock> Clocks { get; init; } = [];
}

/// <param name="ElementId">The element of the old version that has no place in the new one.</param>
/// <param name="Message">"Expected …, but …"</param>
public sealed record MigrationObstacle(string ElementId, string Message);

/// <param name="From">An element or sequence flow of the old version.</param>
public sealed record MovedToken(string From, string To);

public sealed record MovedWorkItem(int WorkItemId, string FromElement, string ToElement, string FromName, string ToName, string FromDepartment, string ToDepartment, WorkItemState State);

/// <param name="FromDueOn">The last day within the limit, before and after.</param>
public sealed record MovedClock(int ClockId, ClockKind Kind, string? Matter, decimal FromAmount, decimal ToAmount, TimeUnit Unit, DateOnly FromDueOn, DateOnly ToDueOn);
