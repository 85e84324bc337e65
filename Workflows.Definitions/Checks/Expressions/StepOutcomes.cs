using Workflows.Definitions.Feel;
using Workflows.Definitions.Matters;
using Workflows.Definitions.Processes;

namespace Workflows.Definitions.Checks.Expressions;

/// <summary>The outcomes that steps can have, as conditions read them: <c>review.outcome</c> is one of its task's codes.</summary>
internal sealed class StepOutcomes
{
    /// <summary>More combinations than this are not tried.</summary>
    private const int MostCombinations = 1000;

    private readonly Dictionary<string, IReadOnlyList<string>> codes;

    public StepOutcomes(IEnumerable<FlowNode> nodes) => codes = nodes
        .GroupBy(node => $"{node.Id}.outcome", CodesOf)
        .Where(group => group.First().Count > 0)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>Every way in which the outcomes that the conditions read can come together.</summary>
    /// <param name="known">A variable whose value is known; null for none.</param>
    /// <returns>Null where a condition reads something else, or where there are too many ways: then nothing can be said.</returns>
    public IReadOnlyList<IReadOnlyList<(string Path, string Code)>>? Combinations(IReadOnlyList<FeelExpression> conditions, string? known = null)
    {
        var paths = conditions.SelectMany(condition => condition.Paths).Where(path => path.Split('.')[0] != known).Distinct().ToList();
        var names = paths.Select(path => path.Split('.')[0]).Append(known).ToHashSet();
        if (!paths.TrueForAll(codes.ContainsKey)
            || !conditions.SelectMany(condition => condition.Names).All(names.Contains)
            || paths.Aggregate(1L, (product, path) => product * codes[path].Count) > MostCombinations)
        {
            return null;
        }

        return [.. paths.Aggregate(
            (IEnumerable<IReadOnlyList<(string Path, string Code)>>)[[]],
            (combinations, path) => combinations.SelectMany(one => codes[path].Select(code => (IReadOnlyList<(string, string)>)[.. one, (path, code)])))];
    }

    /// <summary>The variables in which these outcomes stand.</summary>
    public static FeelContext Variables(IEnumerable<(string Path, string Code)> outcomes) => outcomes.Aggregate(
        FeelContext.Empty,
        (scope, one) => scope.With(one.Path.Split('.')[0], FeelContext.Empty.With("outcome", one.Code)));

    private static IReadOnlyList<string> CodesOf(FlowNode node) => node switch
    {
        UserTask => [.. node.Approval.Outcomes.Select(outcome => outcome.Code).Distinct()],
        CallActivity { Approval.Matter: not null } => MatterOutcome.All,
        _ => [],
    };
}
