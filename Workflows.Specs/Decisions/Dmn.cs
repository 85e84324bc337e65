using System.Text;
using Workflows.Definitions;
using Workflows.Definitions.Decisions;

namespace Workflows.Specs.Decisions;

/// <summary>Small DMN files.</summary>
internal static class Dmn
{
    public static string Text(string body, string @namespace = "urn:test") =>
        $"""<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="test" id="test" namespace="{@namespace}">{body}</definitions>""";

    public static DecisionModel Model(string body, params DecisionModel[] imports) => Read(Text(body), imports);

    public static DecisionModel Read(string text, params DecisionModel[] imports)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return DecisionModel.Read(stream, "test.dmn", imports);
    }

    /// <summary>Why the file is refused.</summary>
    public static IReadOnlyList<DefinitionError> Errors(string text)
    {
        try
        {
            Read(text);
            return [];
        }
        catch (DefinitionException error)
        {
            return error.Errors;
        }
    }

    /// <summary>One decision over one number, <c>area</c>.</summary>
    public static DecisionModel Decision(string expression) => Model($"""
        <inputData id="i" name="area"><variable name="area" typeRef="number"/></inputData>
        <decision id="d" name="result"><variable name="result"/>
          <informationRequirement><requiredInput href="#i"/></informationRequirement>
          {expression}
        </decision>
        """);

    /// <summary>A table over the number <c>area</c>; each row is "test | output | output …".</summary>
    public static DecisionModel Table(string hitPolicy, string outputs, params string[] rows) => Decision($"""
        <decisionTable {hitPolicy}>
          <input label="area"><inputExpression><text>area</text></inputExpression></input>
          {outputs}
          {string.Concat(rows.Select((row, at) => Rule(row.Split('|', StringSplitOptions.TrimEntries), at + 1)))}
        </decisionTable>
        """);

    public static string Literal(string expression) => $"<literalExpression><text>{Escaped(expression)}</text></literalExpression>";

    private static string Rule(string[] cells, int row) =>
        $"<rule id=\"r{row}\"><inputEntry><text>{Escaped(cells[0])}</text></inputEntry>"
        + string.Concat(cells[1..].Select(cell => $"<outputEntry><text>{Escaped(cell)}</text></outputEntry>")) + "</rule>";

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
