using System.Globalization;
using System.Resources;

namespace Workflows.Engine.Api;

/// <summary>The sentences of problems, in the language that the caller prefers; Chinese where none of ours is named.</summary>
public static class ProblemTexts
{
    private static readonly ResourceManager Texts = new("Workflows.Engine.Api.Problems", typeof(ProblemTexts).Assembly);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The language of a request, by <c>Accept-Language</c>.</summary>
    public static CultureInfo Language(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .Select(name => name.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Chinese : name.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : null)
            .FirstOrDefault(culture => culture is not null) ?? Chinese;

    /// <summary>The sentence for a code with its arguments; null where there is none.</summary>
    /// <param name="code">Kebab-case, e.g. <c>held-by-another</c>.</param>
    public static string? Find(string code, IReadOnlyList<string> arguments, CultureInfo language) =>
        Texts.GetString(code, language) is { } text ? string.Format(language, text, Fill(arguments)) : null;

    // A sentence may name more than this refusal brings; what is missing stays empty.
    private static object[] Fill(IReadOnlyList<string> arguments)
    {
        const int most = 4;
        return [.. arguments, .. Enumerable.Repeat("", Math.Max(0, most - arguments.Count))];
    }
}
