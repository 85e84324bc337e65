namespace Workflows.Definitions.Feel;

/// <summary>A name as it is called, and the tokens that it is written with.</summary>
internal sealed record KnownName(string Name, string[] Parts)
{
    public KnownName(string name)
        : this(name, Lexer.Parts(name))
    {
    }

    public bool StandsAt(List<Token> tokens, int at)
    {
        if (Parts.Length == 0 || at + Parts.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 0; i < Parts.Length; i++)
        {
            if (tokens[at + i].Kind is TokenKind.String or TokenKind.Temporal or TokenKind.End || tokens[at + i].Text != Parts[i])
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A set of names, found by the longest that stands at a place.</summary>
internal sealed class FeelNames
{
    private readonly Dictionary<string, List<KnownName>> _byFirstPart = new(StringComparer.Ordinal);

    public void AddRange(IEnumerable<string> names)
    {
        foreach (var known in names.Select(name => new KnownName(name)).Where(known => known.Parts.Length > 0))
        {
            if (!_byFirstPart.TryGetValue(known.Parts[0], out var candidates))
            {
                _byFirstPart[known.Parts[0]] = candidates = [];
            }

            candidates.Add(known);
        }
    }

    /// <summary>The longest name whose tokens stand there; null where none does.</summary>
    public KnownName? Match(List<Token> tokens, int at) =>
        _byFirstPart.TryGetValue(tokens[at].Text, out var candidates)
            ? candidates.Where(candidate => candidate.StandsAt(tokens, at)).MaxBy(candidate => candidate.Parts.Length)
            : null;
}
