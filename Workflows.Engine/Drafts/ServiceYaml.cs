using System.Text.RegularExpressions;

namespace Workflows.Engine.Drafts;

/// <summary>Changes single lines of a <c>service.yaml</c>; everything else, comments included, stays as its author wrote it.</summary>
internal static class ServiceYaml
{
    /// <summary>The text with another value of a key of the outermost map; a key that was missing is put at the end.</summary>
    /// <param name="value">As YAML.</param>
    public static string With(string yaml, string key, string value)
    {
        var line = new Regex($"^{Regex.Escape(key)}:[^\n]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant);
        var changed = $"{key}: {value}";
        return line.IsMatch(yaml) ? line.Replace(yaml, changed.Replace("$", "$$", StringComparison.Ordinal), 1) : $"{yaml.TrimEnd()}\n{changed}\n";
    }
}
