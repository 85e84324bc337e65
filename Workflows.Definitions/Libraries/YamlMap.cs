using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Definitions.Feel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Workflows.Definitions.Libraries;

/// <summary>A YAML mapping that is read key by key.</summary>
/// <remarks>
/// Whatever is missing, unknown, or not of the expected type is added to the errors with its line and key; reading goes on with an
/// empty value, so that one reading finds all errors of a file. The reader of a file discards its result where there are errors.
/// </remarks>
internal sealed partial class YamlMap
{
    private readonly YamlMappingNode node;
    private readonly string source;
    private readonly ICollection<DefinitionError> errors;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, string path, string source, ICollection<DefinitionError> errors)
    {
        this.node = node;
        this.source = source;
        this.errors = errors;
        Path = path;
    }

    /// <summary>The keys that lead here from the top of the file, e.g. <c>holidays[2]</c>; empty at the top.</summary>
    public string Path { get; }

    /// <summary>Reads a file's text, whose top has to be a mapping; null where it is not, which is then among the errors.</summary>
    public static YamlMap? Parse(string text, string source, ICollection<DefinitionError> errors) =>
        YamlFile.Read(text, source, errors) is { } root ? new YamlMap(root, "", source, errors) : null;

    public string Text(string key) => Required(key) is { } value ? TextOf(value, PathOf(key)) : "";

    /// <summary>A text, which may be empty where it is quoted; a key that is missing is an error.</summary>
    public string TextOrEmpty(string key) => Required(key) is YamlScalarNode { Value: "", Style: not ScalarStyle.Plain } ? "" : Text(key);

    /// <summary>True where the key is there.</summary>
    public bool Has(string key) => Find(key) is not null;

    public string? OptionalText(string key) => Find(key) is { } value ? TextOf(value, PathOf(key)) : null;

    /// <summary>True for a code in kebab-case, e.g. <c>outdoor-sign</c>.</summary>
    public static bool IsCode(string text) => CodePattern().IsMatch(text);

    /// <summary>A code in kebab-case, e.g. <c>outdoor-sign</c>.</summary>
    public string Code(string key)
    {
        var code = Text(key);
        if (code.Length > 0 && !IsCode(code))
        {
            Refuse(key, $"Expected '{PathOf(key)}' to be a code as outdoor-sign, but it is '{code}'.");
        }

        return code;
    }

    /// <summary>A code that <paramref name="known"/> has to hold; <paramref name="what"/> names its entries in the message.</summary>
    public string Reference<T>(string key, IReadOnlyDictionary<string, T> known, string what) =>
        Required(key) is { } value ? ReferenceOf(TextOf(value, PathOf(key)), key, known, what) : "";

    public string? OptionalReference<T>(string key, IReadOnlyDictionary<string, T> known, string what) =>
        Find(key) is { } value ? ReferenceOf(TextOf(value, PathOf(key)), key, known, what) : null;

    /// <summary>A list of codes that <paramref name="known"/> has to hold; empty where the key is missing.</summary>
    public IReadOnlyList<string> References<T>(string key, IReadOnlyDictionary<string, T> known, string what)
    {
        var codes = Texts(key);
        foreach (var code in codes.Where(code => code.Value.Length > 0 && !known.ContainsKey(code.Value)))
        {
            Refuse(code, $"Expected '{code.Path}' to be {what}, but there is no '{code.Value}'.");
        }

        return [.. codes.Select(code => code.Value)];
    }

    public int Integer(string key) => Required(key) is { } value ? IntegerOf(value, key) : 0;

    /// <summary>A version: a whole number from 1.</summary>
    public int Version(string key)
    {
        var version = Integer(key);
        if (version < 1 && Child(key) is YamlScalarNode { Value: { } text } && int.TryParse(text, out _))
        {
            Refuse(key, $"Expected '{PathOf(key)}' to be 1 or more, but it is {version}.");
        }

        return version;
    }

    public int? OptionalInteger(string key) => Find(key) is { } value ? IntegerOf(value, key) : null;

    public decimal Number(string key) => Required(key) is { } value ? NumberOf(value, key) : 0;

    public decimal? OptionalNumber(string key) => Find(key) is { } value ? NumberOf(value, key) : null;

    /// <summary>A day as <c>2026-02-14</c>.</summary>
    public DateOnly Date(string key) => Required(key) is { } value ? DateOf(value, key) : default;

    public DateOnly? OptionalDate(string key) => Find(key) is { } value ? DateOf(value, key) : null;

    /// <summary><c>true</c> or <c>false</c>; false where the key is missing.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } value)
        {
            return false;
        }

        return value is YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar
            ? scalar.Value is "true"
            : Wrong(value, PathOf(key), "true or false", false);
    }

    /// <summary>A member of an enumeration in kebab-case, e.g. <c>working-days</c>.</summary>
    public T Word<T>(string key)
        where T : struct, Enum =>
        Required(key) is { } value ? WordOf<T>(value, PathOf(key)) : default;

    public T? OptionalWord<T>(string key)
        where T : struct, Enum =>
        Find(key) is { } value ? WordOf<T>(value, PathOf(key)) : null;

    /// <summary>A list of words; empty where the key is missing.</summary>
    public IReadOnlyList<T> Words<T>(string key)
        where T : struct, Enum =>
        [.. Items(key).Select((item, index) => WordOf<T>(item, $"{PathOf(key)}[{index}]"))];

    /// <summary>The text of a FEEL condition, which has to be FEEL; null where the key is missing.</summary>
    public string? Condition(string key)
    {
        if (OptionalText(key) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            FeelExpression.Parse(text);
        }
        catch (FeelSyntaxException exception)
        {
            Refuse(key, $"Expected '{PathOf(key)}' to be a FEEL condition, but it is not: {exception.Message}");
        }

        return text;
    }

    /// <summary>A list of texts with the line of each; empty where the key is missing.</summary>
    public IReadOnlyList<YamlText> Texts(string key) =>
        [.. Items(key).Select((item, index) => new YamlText(TextOf(item, $"{PathOf(key)}[{index}]"), (int)item.Start.Line, (int)item.Start.Column, $"{PathOf(key)}[{index}]"))];

    /// <summary>A mapping.</summary>
    public YamlMap Map(string key) => Required(key) is { } value ? MapOf(value, PathOf(key)) : new YamlMap([], PathOf(key), source, errors);

    public YamlMap? OptionalMap(string key) => Find(key) is { } value ? MapOf(value, PathOf(key)) : null;

    /// <summary>A list of mappings; empty where the key is missing.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) =>
        [.. Items(key).Select((item, index) => MapOf(item, $"{PathOf(key)}[{index}]"))];

    /// <summary>A list of mappings with at least one entry.</summary>
    public IReadOnlyList<YamlMap> RequiredMaps(string key)
    {
        var value = Required(key);
        var maps = Maps(key);
        return maps.Count > 0 || value is not YamlSequenceNode ? maps : Wrong(value, PathOf(key), "a list with at least one entry", maps);
    }

    /// <summary>Reports the keys that nobody asked for; the last call on a map.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } name } || !asked.Contains(name)))
        {
            var expected = string.Join(", ", asked.Order(StringComparer.Ordinal));
            Add(key, PathOf(key.ToString()), $"Expected one of the keys {expected}, but found '{key}'.");
        }
    }

    /// <summary>Adds an error at the value of <paramref name="key"/>, or at the map where the key is missing.</summary>
    public void Refuse(string key, string message)
    {
        Add(Child(key) ?? node, PathOf(key), message);
    }

    /// <summary>Adds an error at <paramref name="text"/>.</summary>
    public void Refuse(YamlText text, string message) => errors.Add(new DefinitionError(source, text.Line, text.Column, text.Path, message));

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    private string ReferenceOf<T>(string code, string key, IReadOnlyDictionary<string, T> known, string what)
    {
        if (code.Length > 0 && !known.ContainsKey(code))
        {
            Refuse(key, $"Expected '{PathOf(key)}' to be {what}, but there is no '{code}'.");
        }

        return code;
    }

    private YamlNode? Find(string key)
    {
        asked.Add(key);
        return Child(key);
    }

    private YamlNode? Child(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private YamlNode? Required(string key)
    {
        var value = Find(key);
        if (value is null)
        {
            Add(node, PathOf(key), $"Expected key '{PathOf(key)}', but it is missing.");
        }

        return value;
    }

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children,
        var other => Wrong<IEnumerable<YamlNode>>(other, PathOf(key), "a list", []),
    };

    private string TextOf(YamlNode value, string path) =>
        value is YamlScalarNode { Value: { } text } scalar && text.Trim().Length > 0 && !(scalar.Style == ScalarStyle.Plain && text is "~" or "null")
            ? text
            : Wrong(value, path, "a text", "");

    private int IntegerOf(YamlNode value, string key) =>
        value is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Wrong(value, PathOf(key), "a whole number", 0);

    private decimal NumberOf(YamlNode value, string key) =>
        value is YamlScalarNode { Value: { } text } && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : Wrong(value, PathOf(key), "a number", 0m);

    private DateOnly DateOf(YamlNode value, string key) =>
        value is YamlScalarNode { Value: { } text } && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Wrong(value, PathOf(key), "a day as 2026-02-14", default(DateOnly));

    private T WordOf<T>(YamlNode value, string path)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(word => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()), StringComparer.Ordinal);
        return value is YamlScalarNode { Value: { } text } && words.TryGetValue(text, out var word)
            ? word
            : Wrong(value, path, $"one of {string.Join(", ", words.Keys)}", default(T));
    }

    private YamlMap MapOf(YamlNode value, string path) =>
        new(value as YamlMappingNode ?? Wrong(value, path, "a mapping of keys", new YamlMappingNode()), path, source, errors);

    private T Wrong<T>(YamlNode value, string path, string expected, T instead)
    {
        var found = value switch
        {
            YamlScalarNode scalar => $"'{scalar.Value}'",
            YamlSequenceNode => "a list",
            _ => "a mapping",
        };
        Add(value, path, $"Expected '{path}' to be {expected}, but it is {found}.");
        return instead;
    }

    private string PathOf(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    private void Add(YamlNode at, string path, string message) =>
        errors.Add(new DefinitionError(source, (int)at.Start.Line, (int)at.Start.Column, path, message));
}
