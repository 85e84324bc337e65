using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Decisions;

/// <summary>What a decision came to.</summary>
/// <param name="Warnings">What went wrong on the way, in sentences; the value is then often null.</param>
/// <param name="MatchedRules">Why: the rules of all tables that took part, in the order in which they were evaluated.</param>
public sealed record DecisionResult(FeelValue Value, IReadOnlyList<string> Warnings, IReadOnlyList<MatchedRule> MatchedRules);

/// <summary>A rule of a decision table that gave its output.</summary>
/// <param name="Table">The name of the decision, business knowledge or context entry that the table belongs to.</param>
/// <param name="Rule">The rule's row, from 1; 0 where no rule matched and the table gave its default.</param>
/// <param name="RuleId">The rule's id in the file; null where it has none.</param>
/// <param name="Annotations">What the author wrote beside the rule.</param>
public sealed record MatchedRule(string Table, int Rule, string? RuleId, IReadOnlyList<string> Annotations);
