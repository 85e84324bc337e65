using Workflows.Definitions.Feel;

namespace Workflows.Definitions.Supervision;

/// <summary>A worked example of a rule: facts and what has to come of them. It runs when the rule is read.</summary>
/// <param name="Given">Every fact of the rule's trigger; what the example does not name has its default.</param>
/// <param name="RaisesAlert">True where the rule has to be met.</param>
public sealed record RuleExample(string Name, FeelContext Given, bool RaisesAlert)
{
    /// <summary>Why the rule does not do what the example says; null where it does.</summary>
    public string? Fault(SupervisionRule rule)
    {
        var verdict = rule.Judge(Given);
        return verdict.Failure
            ?? (verdict.IsMet == RaisesAlert ? null : $"Expected rule '{rule.Id}' to raise {(RaisesAlert ? "an alert" : "no alert")} in example '{Name}', but it raises {(verdict.IsMet ? "one" : "none")}.");
    }
}
