using System.Globalization;
using Workflows.Engine.Approvals;
using Workflows.Engine.Circulation;
using Workflows.Engine.Clocks;
using Workflows.Engine.Execution;
using Workflows.Engine.Lookup;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Reminds (催办), copies (抄送) and comments (留言): what people tell each other, which moves no token and no clock.</summary>
internal static class Circulating
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 4000;

    public static Rejected? Remind(Burst burst, RemindWorkItem command)
    {
        if (NotSeen(burst, command.WorkItemId) is { } unseen)
        {
            return unseen;
        }

        var item = burst.Case.WorkItems[command.WorkItemId];
        if (!MayRemind(burst, item))
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected the lead, the window, a head or a supervisor to remind of work item '{item.Id}', but '{burst.Actor.AccountId}' is none of them.",
                item.Name,
                Role.DepartmentHead);
        }

        if (!item.IsOpen)
        {
            return Working.NotMovable(burst.Actor, item, "remind of");
        }

        if (item.RemindedAt is { } before && RegionDay.Of(before, burst.Definitions.Calendar) == MatterProgress.Today(burst))
        {
            return new Rejected(RejectionCode.AlreadyReminded, $"Expected nobody to have reminded of work item '{item.Id}' today, but somebody did at {before:O}.", item.Name);
        }

        burst.Emit(new WorkItemReminded(item.Id, command.Note, Working.HolderOf(burst.Actor), burst.Now));

        return null;
    }

    public static Rejected? Copy(Burst burst, CopyCase command)
    {
        if (NotSeen(burst) is { } unseen)
        {
            return unseen;
        }

        if (command.To.Count == 0)
        {
            return new Rejected(RejectionCode.NotFound, $"Expected somebody to copy case '{burst.Case.Number}' to, but nobody is named.", burst.Case.Number);
        }

        // A copy opens no case to a department that has no part in it.
        if (command.To.FirstOrDefault(to => !CaseDepartments.IsSeenBy(burst.Case, burst.Definitions, to)) is { } stranger)
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected to copy case '{burst.Case.Number}' to somebody who may see it, but '{stranger.AccountId}' may not.",
                burst.Case.Number,
                stranger.Name);
        }

        if (command.To.FirstOrDefault(to => burst.Case.Exclusions.ContainsKey(to.AccountId)) is { } excluded)
        {
            return Working.Excluded(burst.Case, excluded);
        }

        burst.Emit(new CaseCopied([.. command.To.Select(Working.HolderOf).Distinct()], command.Note, Working.HolderOf(burst.Actor), burst.Now));

        return null;
    }

    public static Rejected? Read(Burst burst)
    {
        if (!burst.Case.Copies.TryGetValue(burst.Actor.AccountId, out var copy))
        {
            return NotFound(burst, burst.Case.Number);
        }

        if (copy.ReadAt is { } readAt)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected the copy of case '{burst.Case.Number}' to be unread, but it was read at {readAt:O}.", burst.Case.Number, "read");
        }

        burst.Emit(new CopyRead(burst.Actor.AccountId, burst.Actor.Name, burst.Now));

        return null;
    }

    public static Rejected? Comment(Burst burst, CommentOnCase command)
    {
        if (NotSeen(burst, command.WorkItemId) is { } unseen)
        {
            return unseen;
        }

        if (string.IsNullOrWhiteSpace(command.Text))
        {
            return new Rejected(RejectionCode.OpinionRequired, $"Expected a comment on case '{burst.Case.Number}' to say something, but it is empty.", burst.Case.Number, "留言");
        }

        if (command.Text.Length > LongestComment)
        {
            return new Rejected(
                RejectionCode.TooLong,
                $"Expected a comment of at most {LongestComment} characters, but it has {command.Text.Length}.",
                burst.Case.Number,
                LongestComment.ToString(CultureInfo.InvariantCulture),
                command.Text.Length.ToString(CultureInfo.InvariantCulture));
        }

        burst.Emit(new CommentMade(command.WorkItemId, command.Text, Working.HolderOf(burst.Actor), burst.Now));

        return null;
    }

    private static bool MayRemind(Burst burst, WorkItem item) =>
        burst.Actor.Is(Role.Supervisor) || burst.Actor.Is(Role.Administrator) || burst.Actor.Is(Role.DepartmentHead)
        || (burst.Actor.Department != item.Department && (burst.Actor.Department == burst.Definitions.Service.LeadDepartment || burst.Actor.Department == burst.Case.ReceivedBy));

    // What belongs to others does not exist for the actor; and whoever is kept out of the case has no say in it.
    private static Rejected? NotSeen(Burst burst, int? workItemId = null)
    {
        if (!CaseDepartments.IsSeenBy(burst.Case, burst.Definitions, burst.Actor))
        {
            return NotFound(burst, burst.Case.Number);
        }

        if (burst.Case.Exclusions.ContainsKey(burst.Actor.AccountId))
        {
            return Working.Excluded(burst.Case, burst.Actor);
        }

        return workItemId is { } id && !burst.Case.WorkItems.ContainsKey(id) ? NotFound(burst, id.ToString(CultureInfo.InvariantCulture)) : null;
    }

    private static Rejected NotFound(Burst burst, string what) =>
        new(RejectionCode.NotFound, $"Expected '{what}' to be something that '{burst.Actor.AccountId}' may see in case '{burst.Case.Number}', but it is not.", what);
}
