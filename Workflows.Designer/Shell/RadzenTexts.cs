using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Radzen;

namespace Workflows.Designer.Shell;

/// <summary>The Chinese texts of the component library, which ships none: <c>Resources/radzen.zh-CN.json</c>, by its own keys.</summary>
internal sealed class RadzenTexts : ILocalizer
{
    /// <summary>Makes the library's file addresses change with its version, so that browsers may keep them for ever.</summary>
    public static string PackageVersion { get; } =
        typeof(ILocalizer).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? "0";

    private readonly FrozenDictionary<string, string> texts = ReadChinese();

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The text, or null for the library's own English.</summary>
    public string? Get(string key, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "zh" ? texts.GetValueOrDefault(key) : null;

    private static FrozenDictionary<string, string> ReadChinese()
    {
        using var file = typeof(RadzenTexts).Assembly.GetManifestResourceStream("radzen.zh-CN.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
