using Workflows.Definitions.Feel;
using Workflows.Engine.Corrections;
using Workflows.Engine.Execution;
using Workflows.Engine.WorkItems;

namespace Workflows.Engine.Cases.Deciding;

/// <summary>The one-time notice (一次性告知, 行政许可法 32): what was not named at first is not asked for later.</summary>
/// <remarks>
/// A later correction may name what an earlier one of the matter named, because it is still not right; what the applicant has brought since,
/// because nobody could judge it before; and anything where the applicant has brought new facts, that is, the form says something else.
/// </remarks>
internal static class OneTimeNotice
{
    public static Rejected? RefusalOf(Burst burst, WorkItem item, IReadOnlyList<CorrectionPoint> points)
    {
        // One that lapsed with its step was never answered: nobody has had the occasion to bring what it named.
        var earlier = burst.Case.Corrections.Values.Where(correction => correction.Matter == item.Matter && correction.AnsweredAt is not null).ToList();
        if (earlier.Count == 0 || earlier.Exists(correction => correction.Answered is null or { Fields.Count: > 0 }))
        {
            return null;
        }

        var told = earlier.SelectMany(correction => correction.Points)
            .Select(Named)
            .Concat(earlier.SelectMany(correction => correction.Answered!.Materials))
            .ToHashSet(StringComparer.Ordinal);

        return points.Select(Named).FirstOrDefault(name => !told.Contains(name)) is { } late
            ? new Rejected(
                RejectionCode.NotToldAtOnce,
                $"Expected correction of work item '{item.Id}' to name what notice '{earlier[0].NoticeNumber}' named, but '{late}' is new and the applicant has brought no new facts.",
                item.Name,
                earlier[0].NoticeNumber,
                burst.Definitions.Service.Materials.GetValueOrDefault(late)?.Name ?? late)
            : null;
    }

    /// <summary>The fields of the form that an answer changes.</summary>
    public static IReadOnlyList<string> NewFacts(Case state, FeelContext? answered)
    {
        var form = state.Variables["form"] as FeelContext ?? FeelContext.Empty;

        return [.. (answered ?? FeelContext.Empty).Entries.Where(entry => !entry.Value.Equals(form[entry.Key])).Select(entry => entry.Key)];
    }

    private static string Named(CorrectionPoint point) => point.Material ?? point.Field ?? point.ReviewPoint;
}
