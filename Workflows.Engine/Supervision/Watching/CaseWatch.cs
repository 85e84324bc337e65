using Workflows.Definitions.Calendars;
using Workflows.Definitions.Feel;
using Workflows.Definitions.Supervision;
using Workflows.Engine.Definitions;

namespace Workflows.Engine.Supervision.Watching;

/// <summary>Asks the rules about an entry of a case's journal. Pure: the same entry gives the same findings, whenever it is asked.</summary>
public static class CaseWatch
{
    public static IReadOnlyList<RuleFinding> Of(WatchedEntry entry, DefinitionSet definitions, SupervisionRules rules)
    {
        var found = new List<RuleFinding>();
        foreach (var occurrence in Occurrence.Of(entry, definitions, rules))
        {
            found.AddRange(Ask(rules.On(occurrence.Trigger), rules.RootsRead(occurrence.Trigger), occurrence));
        }

        return found;
    }

    /// <remarks>Rules are asked with what they read, since most find nothing; what is found has every fact as evidence.</remarks>
    private static IEnumerable<RuleFinding> Ask(IReadOnlyList<SupervisionRule> rules, IReadOnlyList<string> read, Occurrence occurrence)
    {
        var (facts, fault) = Known(occurrence, read);
        FeelContext? evidence = null;
        foreach (var rule in rules)
        {
            var verdict = fault is null ? rule.Judge(facts) : new RuleVerdict(false, fault);
            if (verdict.IsMet || verdict.Failure is not null)
            {
                yield return new RuleFinding(rule, occurrence.After, occurrence.Subject, occurrence.Charge(), evidence ??= Known(occurrence, Facts.Roots(occurrence.Trigger)).Facts, occurrence.Clock, verdict.Failure);
            }
        }
    }

    private static (FeelContext Facts, string? Fault) Known(Occurrence occurrence, IReadOnlyList<string> roots)
    {
        try
        {
            return (CaseFacts.Of(occurrence, roots), null);
        }
        catch (Exception exception) when (exception is CalendarRangeException or KeyNotFoundException)
        {
            // A calendar or decision that is missing is told of, and not taken for "nothing found".
            return (Facts.Gather(occurrence.Trigger).ToContext(), exception.Message);
        }
    }
}
