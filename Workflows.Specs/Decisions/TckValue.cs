using System.Globalization;
using System.Xml.Linq;
using Workflows.Definitions.Feel;

namespace Workflows.Specs.Decisions;

/// <summary>Values as the Technology Compatibility Kit writes them, and its measure of equality.</summary>
internal static class TckValue
{
    private const decimal Tolerance = 0.00000001m;

    private static readonly XNamespace Schema = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The value of an input node, expected result, component or item.</summary>
    public static FeelValue Read(XElement node)
    {
        var children = node.Elements().Where(child => child.Name.LocalName is "value" or "component" or "list").ToList();

        if (IsNil(node) || children.Count == 0)
        {
            return FeelValue.Null;
        }

        return children[0].Name.LocalName switch
        {
            "list" => IsNil(children[0]) ? FeelValue.Null : new FeelList(children[0].Elements().Select(Read)),
            "component" => new FeelContext(children.Select(component => KeyValuePair.Create(component.Attribute("name")!.Value, Read(component)))),
            _ => Scalar(children[0]),
        };
    }

    /// <summary>Numbers may differ by less than 0.00000001; all else has to be the same.</summary>
    public static bool Same(FeelValue actual, FeelValue expected) => (actual, expected) switch
    {
        (FeelNumber a, FeelNumber b) => Math.Abs(a.Value - b.Value) < Tolerance,
        (FeelList a, FeelList b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (FeelContext a, FeelContext b) => a.Count == b.Count && b.Entries.All(entry => a.TryGet(entry.Key, out var value) && Same(value, entry.Value)),
        _ => actual.Equals(expected),
    };

    private static bool IsNil(XElement element) => (bool?)element.Attribute(Schema + "nil") == true;

    private static FeelValue Scalar(XElement value)
    {
        var type = value.Attribute(Schema + "type")?.Value.Split(':')[^1];
        var text = value.Value;
        return IsNil(value) ? FeelValue.Null : type switch
        {
            "decimal" or "double" or "integer" or "int" or "float" or "long" => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            "boolean" => text.Trim() == "true",
            "date" => Temporal($"date(\"{text}\")"),
            "time" => Temporal($"time(\"{text}\")"),
            "dateTime" => Temporal($"date and time(\"{text}\")"),
            "duration" => Temporal($"duration(\"{text}\")"),
            _ => text,
        };
    }

    private static FeelValue Temporal(string expression) => FeelExpression.Parse(expression).Evaluate(FeelContext.Empty).Value;
}
