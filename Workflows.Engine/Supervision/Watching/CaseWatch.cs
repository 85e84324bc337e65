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
        foreach (var occurrence in Occurrence.Of(entry, definitions))
        {
            if (rules.On(occurrence.Trigger) is { Count: > 0 } asked)
            {
                found.AddRange(Ask(asked, occurrence));
            }
        }

        return found;
    }

    private static IEnumerable<RuleFinding> Ask(IReadOnlyList<SupervisionRule> rules, Occurrence occurrence)
    {
        var (facts, fault) = Facts(occurrence);
        foreach (var rule in rules)
        {
            var verdict = fault is null ? rule.Judge(facts) : new RuleVerdict(false, fault);
            if (verdict.IsMet || verdict.Failure is not null)
            {
                yield return new RuleFinding(rule, occurrence.After, occurrence.Subject, occurrence.Charge(), facts, occurrence.Clock, verdict.Failure);
            }
        }
    }

    private static (FeelContext Facts, string? Fault) Facts(Occurrence occurrence)
    {
        try
        {
            return (CaseFacts.Of(occurrence), null);
        }
        catch (Exception exception) when (exception is CalendarRangeException or KeyNotFoundException)
        {
            // A calendar or decision that is missing is told of, and not taken for "nothing found".
            return (Workflows.Definitions.Supervision.Facts.Complete(occurrence.Trigger, FeelContext.Empty), exception.Message);
        }
    }
}
