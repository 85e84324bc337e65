using Workflows.Definitions.Feel;
using Workflows.Definitions.Processes;
using Workflows.Engine.Execution;

namespace Workflows.Engine.Countersigning;

/// <summary>What a countersign comes to, as soon as that is certain.</summary>
internal static class CountersignResult
{
    /// <returns>The code of the outcome; null while it can still come out either way.</returns>
    public static string? Of(Burst burst, ElementInstance body, UserTask task, Countersign rule)
    {
        var loop = body.Loop!;
        var given = loop.Signing?.Given ?? [];
        var agrees = Agreeing(task, rule);
        switch (rule.Kind)
        {
            case CountersignKind.Any:
                return given.FirstOrDefault()?.Outcome;
            case CountersignKind.All:
                return given.Find(signature => signature.Outcome != agrees)?.Outcome ?? (loop.Completed >= loop.Expected ? agrees : null);
            default:
                var agreed = given.Where(signature => signature.Outcome == agrees).Sum(signature => signature.Votes);
                var threshold = Number(burst, rule.Threshold!, Variables.SeenBy(burst, body)) ?? decimal.MaxValue;
                if (agreed >= threshold)
                {
                    return agrees;
                }

                return agreed + Outstanding(burst, body, task, rule) < threshold || loop.Completed >= loop.Expected
                    ? given.FindLast(signature => signature.Outcome != agrees)?.Outcome ?? task.Approval.Outcomes.First(outcome => outcome.Code != agrees).Code
                    : null;
        }
    }

    /// <summary>The votes of a signer; null where the definition gives none.</summary>
    /// <param name="seen">What the signer's instance sees.</param>
    public static decimal? Votes(Burst burst, Countersign rule, FeelContext seen) => rule.Weight is null ? 1 : Number(burst, rule.Weight, seen);

    /// <summary>Why a countersign cannot begin; null where it can.</summary>
    public static string? Obstacle(Burst burst, ElementInstance body, Countersign rule, LoopState loop)
    {
        if (loop.Total < 1)
        {
            return $"Expected somebody to countersign '{body.ElementId}', but its definition names nobody.";
        }

        if (rule.Kind is not CountersignKind.Votes)
        {
            return null;
        }

        if (Number(burst, rule.Threshold!, Variables.SeenBy(burst, body)) is null)
        {
            return $"Expected a number of votes from '{rule.Threshold}' for countersign '{body.ElementId}', but it gave none.";
        }

        return Enumerable.Range(1, loop.Total ?? 0).Any(number => Votes(burst, rule, Loops.SeenByNumber(burst, body, loop, number)) is null or < 0)
            ? $"Expected the votes of every signer of '{body.ElementId}' from '{rule.Weight}', but it gave none."
            : null;
    }

    private static string Agreeing(UserTask task, Countersign rule) => rule.Agrees ?? (task.Approval.Outcomes is [var first, ..] ? first : Outcome.Done).Code;

    // Those at work, those who sign after them, and those whose turn has not come.
    private static decimal Outstanding(Burst burst, ElementInstance body, UserTask task, Countersign rule)
    {
        var loop = body.Loop!;
        var atWork = burst.ChildrenOf(body).Select(one => Variables.SeenBy(burst, one));
        var toCome = (loop.Signing?.ToCome ?? []).Select(signer => Loops.SeenBySigner(burst, body, task, signer));
        var later = Enumerable.Range(loop.Started + 1, Math.Max(0, (loop.Total ?? 0) - loop.Started)).Select(number => Loops.SeenByNumber(burst, body, loop, number));

        return atWork.Concat(toCome).Concat(later).Sum(seen => Votes(burst, rule, seen) ?? 0);
    }

    private static decimal? Number(Burst burst, string expression, FeelContext seen) =>
        Variables.Evaluate(burst, expression, seen) is FeelNumber { Value: var value } ? value : null;
}
