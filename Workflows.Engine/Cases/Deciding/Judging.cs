using Workflows.Definitions.Matters;
using Workflows.Engine.Approvals;
using Workflows.Engine.Execution;
using Workflows.Engine.Ratings;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>Ratings (好差评): one for each matter that has ended; a bad one has to be answered by what was put right, in time.</summary>
internal static class Judging
{
    public static Rejected? Rate(Burst burst, RateMatter command)
    {
        if (!burst.Actor.Is(Role.Applicant))
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected the applicant to rate matter '{command.Matter}', but '{burst.Actor.AccountId}' is not the applicant.",
                command.Matter,
                Role.Applicant);
        }

        if (!burst.Case.Matters.TryGetValue(command.Matter, out var matter))
        {
            return Unknown(burst, command.Matter);
        }

        if (!matter.HasEnded)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected matter '{matter.Code}' to have ended before it is rated, but it is {matter.State}.", matter.Name, "running");
        }

        if (matter.Rating is { } known)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected matter '{matter.Code}' to be rated once, but it was rated at {known.At:O}.", matter.Name, "rated");
        }

        var rating = new Rating(command.Grade, string.IsNullOrWhiteSpace(command.Comment) ? null : command.Comment.Trim(), OfficerOf(burst, matter.Code), burst.Now);
        burst.Emit(new MatterRated(matter.Code, rating));
        if (rating.IsBad && burst.Definitions.Clocks.Limits.TryGetValue(ClockKind.RatingRectification, out var limit))
        {
            MatterClocks.Start(burst, limit, MatterProgress.Today(burst), matter.Code, null);
        }

        return null;
    }

    public static Rejected? Rectify(Burst burst, RectifyRating command)
    {
        if (!burst.Case.Matters.TryGetValue(command.Matter, out var matter) || matter.Rating is not { IsBad: true } rating)
        {
            return Unknown(burst, command.Matter);
        }

        if (burst.Actor.Department != matter.Department || !(burst.Actor.Is(Role.Officer) || burst.Actor.Is(Role.DepartmentHead)))
        {
            return new Rejected(
                RejectionCode.NotEntitled,
                $"Expected department '{matter.Department}' to answer the rating of '{matter.Code}', but '{burst.Actor.AccountId}' is not of it.",
                matter.Name,
                Role.Officer);
        }

        if (rating.RectifiedAt is { } at)
        {
            return new Rejected(RejectionCode.InvalidState, $"Expected the rating of '{matter.Code}' to be unanswered, but it was answered at {at:O}.", matter.Name, "rectified");
        }

        if (string.IsNullOrWhiteSpace(command.Result))
        {
            return new Rejected(RejectionCode.ReasonRequired, $"Expected the answer to the rating of '{matter.Code}' to tell what was put right, but it is empty.", matter.Name);
        }

        burst.Emit(new RatingRectified(matter.Code, command.Result.Trim(), burst.Actor.Name, burst.Now));
        MatterClocks.EndRectification(burst, matter.Code);

        return null;
    }

    private static Holder? OfficerOf(Burst burst, string matter) => burst.Case.WorkItems.Values
        .Where(item => item.Matter == matter && item is { State: WorkItemState.Completed, ByLaw: null })
        .OrderBy(item => item.EndedAt).LastOrDefault()?.Holder;

    private static Rejected Unknown(Burst burst, string matter) =>
        new(RejectionCode.NotFound, $"Expected matter '{matter}' of case '{burst.Case.Number}' to be one that can be rated or answered, but there is none.", matter);
}
