using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Modelling;

/// <summary>Every text that bpmn-js can show has a Chinese one.</summary>
public sealed partial class BoardTextsSpecs
{
    private static readonly string[] Packages = ["bpmn-js/lib", "diagram-js/lib"];

    private static readonly string Client = Path.Combine(Repository.Root, "Workflows.Designer", "Client");

    [Fact]
    public void Every_text_of_the_drawing_board_is_translated()
    {
        var chinese = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Client, "src", "modelling", "zh-CN.json")))!;
        var texts = Sources().SelectMany(TextsOf).Distinct(StringComparer.Ordinal).ToList();

        texts.Count.ShouldBeGreaterThan(100);
        texts.Except(chinese.Keys).ShouldBeEmpty();
    }

    private static IEnumerable<string> Sources() =>
        Packages
            .SelectMany(package => Directory.GetFiles(Path.Combine(Client, "node_modules", package), "*.js", SearchOption.AllDirectories))
            .Append(Path.Combine(Client, "node_modules", "diagram-js-minimap", "dist", "index.esm.js"));

    private static IEnumerable<string> TextsOf(string file)
    {
        var code = Comment().Replace(File.ReadAllText(file), "");
        var isMenu = Path.GetFileName(file) is "ReplaceOptions.js" or "PopupEntries.js";
        return Translated().Matches(code).Concat(isMenu ? Label().Matches(code) : []).Select(match => match.Groups["text"].Value)
            .Concat(Message().Matches(code).Select(match => match.Groups["text"].Value))
            // Composed: its parts are translated as "Align elements left" and so on.
            .Where(text => text != "Align elements ");
    }

    [GeneratedRegex(@"/\*.*?\*/|(?<=^\s*)//[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b_?translate\(\s*'(?<text>[A-Za-z{][^']+)'")]
    private static partial Regex Translated();

    [GeneratedRegex(@"label: '(?<text>[^']+)'")]
    private static partial Regex Label();

    [GeneratedRegex(@"_ERR_MSG = '(?<text>[^']+)'")]
    private static partial Regex Message();
}
