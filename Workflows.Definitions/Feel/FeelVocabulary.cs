namespace Workflows.Definitions.Feel;

/// <summary>What is known of the place where an expression stands: the names that it can read, and the named types.</summary>
/// <remarks>
/// FEEL's names may hold spaces and even operators. Without a vocabulary words that follow each other are one name; a name that
/// holds a keyword or an operator has to be in the vocabulary.
/// </remarks>
public sealed class FeelVocabulary
{
    public static readonly FeelVocabulary Empty = new([]);

    private readonly FeelNames _names = new();
    private readonly FeelNames _typeNames = new();
    private readonly IReadOnlyDictionary<string, FeelType> _types;

    /// <param name="names">Names of variables and functions, and entries of contexts whose names hold keywords or operators.</param>
    /// <param name="types">The types that expressions may name besides the built-in ones.</param>
    public FeelVocabulary(IEnumerable<string> names, IReadOnlyDictionary<string, FeelType>? types = null)
    {
        _types = types ?? new Dictionary<string, FeelType>();
        _names.AddRange(names);
        _typeNames.AddRange([.. FeelType.BuiltIn.Keys, .. _types.Keys]);
    }

    internal KnownName? Match(List<Token> tokens, int at) => _names.Match(tokens, at);

    internal KnownName? MatchType(List<Token> tokens, int at) => _typeNames.Match(tokens, at);

    internal FeelType? Type(string name) => _types.GetValueOrDefault(name) ?? FeelType.BuiltIn.GetValueOrDefault(name);
}
