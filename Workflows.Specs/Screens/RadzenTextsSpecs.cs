using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Radzen;
using Shouldly;
using Workflows.Designer.Shell;
using Workflows.Specs.Support;
using Xunit;

namespace Workflows.Specs.Screens;

/// <summary>The component library speaks Chinese wherever a screen uses it.</summary>
public sealed partial class RadzenTextsSpecs
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly Dictionary<string, string> Originals = ReadOriginals();
    private readonly RadzenTexts texts = new();

    [Fact]
    public void Each_text_belongs_to_a_key_of_the_library() => texts.Keys.Except(Originals.Keys).ShouldBeEmpty();

    [Fact]
    public void Every_component_that_a_screen_uses_is_translated()
    {
        var used = (from file in Repository.Files("Workflows.Designer", ".razor")
                    from Match match in Component().Matches(File.ReadAllText(file))
                    select match.Groups["name"].Value).Append("Pager").Append("Dialog").Append("Notification").ToHashSet();
        var needed = Originals.Keys.Where(key => used.Contains(key.Split('_')[0]));

        needed.Where(key => texts.Get(key, Chinese) is null).ShouldBeEmpty();
    }

    [Fact]
    public void The_places_to_fill_are_those_of_the_original()
    {
        var different = texts.Keys.Where(key => !Places(texts.Get(key, Chinese)!).SetEquals(Places(Originals[key])));

        different.ShouldBeEmpty();
    }

    [Fact]
    public void In_English_the_library_speaks_for_itself() => texts.Get("Dialog_OkText", CultureInfo.GetCultureInfo("en")).ShouldBeNull();

    private static Dictionary<string, string> ReadOriginals()
    {
        using var reader = new ResourceReader(typeof(ILocalizer).Assembly.GetManifestResourceStream("Radzen.Blazor.RadzenStrings.resources")!);
        return reader.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex("<Radzen(?<name>[A-Z][A-Za-z]+)")]
    private static partial Regex Component();
}
