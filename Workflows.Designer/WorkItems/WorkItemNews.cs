using Workflows.Designer.Cases;
using Workflows.Engine.Cases;
using Workflows.Engine.Journal;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Designer.WorkItems;

/// <summary>What happened to a work item behind the back of the one who has it open.</summary>
internal static class WorkItemNews
{
    /// <summary>The entries after <paramref name="seen"/> that concern the item, newest first; those of this screen are no news.</summary>
    /// <param name="seen">The newest journal entry that the reader knows.</param>
    /// <param name="own">The entries that this screen wrote.</param>
    public static IReadOnlyList<TimelineEntry> Since(int seen, IReadOnlySet<int> own, IEnumerable<JournalEntry> journal, WorkItem item, CaseView view) =>
        TimelineEntry.Of(
            journal.Where(entry => entry.Sequence > seen && entry.Sequence <= view.Sequence && !own.Contains(entry.Sequence) && entry.Events.Any(happened => Concerns(happened, item, view))),
            view);

    /// <remarks>What other departments do in their branches at the same time is none of it: it would interrupt everybody all day.</remarks>
    private static bool Concerns(CaseEvent happened, WorkItem item, CaseView view) => happened switch
    {
        WorkItemClaimed e => e.WorkItemId == item.Id,
        WorkItemReleased e => e.WorkItemId == item.Id,
        WorkItemCompleted e => e.WorkItemId == item.Id || (item.Matter is { } matter && view.Case.WorkItems[e.WorkItemId].Matter == matter),
        WorkItemWithdrawn e => e.WorkItemId == item.Id,
        CorrectionRequested e => IsOfMatter(e.Correction.Matter, item),
        CorrectionAnswered e => IsOfMatter(view.Case.Corrections[e.CorrectionId].Matter, item),
        SpecialProcedureOpened or SpecialProcedureClosed or CaseMigrated or CaseEnded => true,
        ClockExtended e => IsOfMatter(view.Case.Clocks[e.ClockId].Matter, item),
        ResultIssued e => IsOfMatter(e.Matter, item),
        _ => false,
    };

    private static bool IsOfMatter(string? matter, WorkItem item) => matter is null || item.Matter is null || matter == item.Matter;
}
