using Workflows.Definitions.Feel;
using Workflows.Definitions.Libraries;

namespace Workflows.Definitions.Supervision;

/// <summary>Reads a worked example of a rule: <c>name</c>, <c>given</c> facts by root, and <c>then: alert</c> or <c>then: none</c>.</summary>
internal static class RuleExampleReader
{
    public static RuleExample Read(YamlMap map, SupervisionTrigger on)
    {
        var given = map.Map("given");
        var known = FeelContext.Empty;
        foreach (var root in Facts.Roots(on))
        {
            if (given.OptionalMap(root) is { } values)
            {
                known = known.With(root, Values(values, root, on));
            }
        }

        given.RefuseOtherKeys();
        var example = new RuleExample(map.Text("name"), Facts.Complete(on, known), map.Word<Outcome>("then") is Outcome.Alert);
        map.RefuseOtherKeys();
        return example;
    }

    private static FeelContext Values(YamlMap map, string root, SupervisionTrigger on)
    {
        var values = FeelContext.Empty;
        foreach (var fact in Facts.Of(on).Where(fact => fact.Root == root))
        {
            if (map.Has(fact.Name))
            {
                values = values.With(fact.Name, Value(map, fact));
            }
        }

        map.RefuseOtherKeys();
        return values;
    }

    private static FeelValue Value(YamlMap map, Fact fact) => fact.Kind switch
    {
        FactKind.Text => map.TextOrEmpty(fact.Name),
        FactKind.Number => map.Number(fact.Name),
        FactKind.YesNo => map.Flag(fact.Name),
        FactKind.Day => map.Date(fact.Name),
        _ => new FeelList([.. map.Texts(fact.Name).Select(text => (FeelValue)text.Value)]),
    };

    private enum Outcome
    {
        Alert,
        None,
    }
}
