using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Matters;

/// <summary>Reads what a matter says of stops, extensions and silence.</summary>
internal static class TimeLimitRulesReader
{
    /// <summary>A list of <c>{ kind, holds, longest, basis }</c>, each kind once.</summary>
    public static IReadOnlyList<SpecialProcedureRule> Procedures(YamlMap file, string key)
    {
        var rules = new List<SpecialProcedureRule>();
        foreach (var entry in file.Maps(key))
        {
            var rule = new SpecialProcedureRule(
                entry.Word<StopKind>("kind"),
                entry.OptionalWord<StopScope>("holds") ?? StopScope.Matter,
                entry.OptionalMap("longest") is { } longest ? TimeLimitReader.Read(longest, ClockKind.SpecialProcedure) : null,
                entry.Text("basis"));
            entry.RefuseOtherKeys();
            if (rule.Kind is StopKind.Correction)
            {
                entry.Refuse("kind", "Expected a special procedure, but a correction is an operation of a step.");
            }

            if (rule.Longest is { Unit: not (TimeUnit.WorkingDays or TimeUnit.NaturalDays) })
            {
                entry.Refuse("longest", $"Expected the longest time of '{rule.Kind}' in working or natural days, but it is in {rule.Longest.Unit}.");
            }

            if (rules.Any(other => other.Kind == rule.Kind))
            {
                entry.Refuse("kind", $"Expected each special procedure once, but '{rule.Kind}' stands twice.");
            }

            rules.Add(rule);
        }

        return rules;
    }

    /// <summary><c>{ amount, approver, basis }</c>; null where the key is missing.</summary>
    public static ExtensionRule? Extension(YamlMap limit, string key)
    {
        if (limit.OptionalMap(key) is not { } map)
        {
            return null;
        }

        var rule = new ExtensionRule(map.Number("amount"), map.Word<ExtensionApprover>("approver"), map.Text("basis"));
        map.RefuseOtherKeys();
        if (rule.Amount <= 0 || !decimal.IsInteger(rule.Amount))
        {
            map.Refuse("amount", $"Expected an extension of a whole number greater than 0, but it is {rule.Amount}.");
        }

        return rule;
    }

    /// <summary><c>{ basis }</c>; null where the key is missing.</summary>
    public static SilentConsentRule? SilentConsent(YamlMap file, string key)
    {
        if (file.OptionalMap(key) is not { } map)
        {
            return null;
        }

        var rule = new SilentConsentRule(map.Text("basis"));
        map.RefuseOtherKeys();
        return rule;
    }
}
