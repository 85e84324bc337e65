using Workflows.Definitions.Feel;
using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Supervision;

/// <summary>Reads a rule: <c>supervision/&lt;id&gt;.yaml</c>. A rule that its own examples contradict is an error.</summary>
internal static class RuleReader
{
    private static readonly FeelExpression Never = FeelExpression.Parse("false");

    /// <summary>Reads the file; the caller leaves the rule out where that added errors, null where it has no condition to judge by.</summary>
    public static SupervisionRule? Read(YamlMap file, string id)
    {
        var on = file.Word<SupervisionTrigger>("on");
        var examples = file.RequiredMaps("examples");
        var rule = new SupervisionRule
        {
            Id = id,
            Version = file.Version("version"),
            Name = file.Text("name"),
            Family = Family(file),
            Level = file.Word<AlertLevel>("level"),
            On = on,
            When = Condition(file, on) ?? Never,
            Finding = file.Text("finding"),
            Issue = file.OptionalWord<AlertIssue>("issue") ?? AlertIssue.AtOnce,
            Tell = file.Words<AlertRecipient>("tell"),
            Score = file.OptionalInteger("score"),
            Basis = file.Text("basis"),
            Assumed = file.Flag("assumed"),
            Examples = [.. examples.Select(example => RuleExampleReader.Read(example, on))],
        };
        file.RefuseOtherKeys();
        if (!YamlMap.IsCode(id))
        {
            file.Refuse("name", $"Expected a file with a code as promise-overdue for a name, but it is '{id}'.");
        }

        RefuseExamples(file, rule, examples);
        return rule.When == Never ? null : rule;
    }

    private static SupervisionFamily Family(YamlMap file)
    {
        var family = file.Word<SupervisionFamily>("family");
        if (family is SupervisionFamily.SelfCheck)
        {
            file.Refuse("family", "Expected one of the five families, but 'self-check' belongs to the engine.");
        }

        return family;
    }

    private static FeelExpression? Condition(YamlMap file, SupervisionTrigger on)
    {
        var text = file.Text("when");
        if (text.Length == 0)
        {
            return null;
        }

        try
        {
            var condition = FeelExpression.Parse(text);
            foreach (var fault in Unknown(condition, on))
            {
                file.Refuse("when", fault);
            }

            return condition;
        }
        catch (FeelSyntaxException exception)
        {
            file.Refuse("when", $"Expected 'when' to be a FEEL condition, but it is not: {exception.Message}");
            return null;
        }
    }

    private static IEnumerable<string> Unknown(FeelExpression condition, SupervisionTrigger on)
    {
        var roots = Facts.Roots(on);
        var known = Facts.Of(on).Select(fact => fact.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. condition.Names.Where(name => !roots.Contains(name)).Select(name => $"Expected one of the facts {string.Join(", ", roots)}, but found '{name}'."),
            .. condition.Paths.Where(path => roots.Contains(path.Split('.')[0]) && path.Contains('.', StringComparison.Ordinal) && !known.Contains(path)).Select(path => $"Expected a fact of '{path.Split('.')[0]}', but there is no '{path}'."),
        ];
    }

    private static void RefuseExamples(YamlMap file, SupervisionRule rule, IReadOnlyList<YamlMap> examples)
    {
        if (rule.Examples.Count > 0 && (rule.Examples.All(example => example.RaisesAlert) || !rule.Examples.Any(example => example.RaisesAlert)))
        {
            file.Refuse("examples", $"Expected rule '{rule.Id}' to have an example with an alert and one without, but one of them is missing.");
        }

        foreach (var (example, map) in rule.Examples.Zip(examples).Where(_ => rule.When != Never))
        {
            if (example.Fault(rule) is { } fault)
            {
                map.Refuse("then", fault);
            }
        }
    }
}
