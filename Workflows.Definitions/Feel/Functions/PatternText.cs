using System.Text;

namespace Workflows.Definitions.Feel;

/// <summary>Turns XPath's regular expressions into .NET's, and refuses what only .NET knows.</summary>
internal sealed record PatternText(string Text, bool HasBackReference)
{
    /// <summary>Escapes that mean the same in both.</summary>
    private const string SharedEscapes = "nrt\\|.?*+(){}-[]^$dDwWsS";

    /// <summary>The pattern for .NET; null where the text is no XPath pattern.</summary>
    public static PatternText? Translate(string pattern, string flags)
    {
        if (flags.Contains('x', StringComparison.Ordinal))
        {
            pattern = WithoutBlanks(pattern);
        }

        var translator = new Translator(pattern, flags.Contains('s', StringComparison.Ordinal), flags.Contains('m', StringComparison.Ordinal));
        return translator.Run() ? new PatternText(translator.Text.ToString(), translator.HasBackReference) : null;
    }

    /// <summary>Flag x: blanks do not count, but within a class.</summary>
    private static string WithoutBlanks(string pattern)
    {
        var (text, depth) = (new StringBuilder(), 0);

        for (var i = 0; i < pattern.Length; i++)
        {
            var escaped = i > 0 && pattern[i - 1] == '\\' && (i < 2 || pattern[i - 2] != '\\');
            depth += escaped ? 0 : pattern[i] switch { '[' => 1, ']' => -1, _ => 0 };

            if (depth > 0 || !char.IsWhiteSpace(pattern[i]))
            {
                text.Append(pattern[i]);
            }
        }

        return text.ToString();
    }

    private sealed class Translator(string pattern, bool dotAll, bool multiline)
    {
        private readonly Stack<int> _open = new();
        private readonly HashSet<int> _closed = [];
        private int _groups;
        private int _classes;
        private int _at;

        public StringBuilder Text { get; } = new();

        public bool HasBackReference { get; private set; }

        public bool Run()
        {
            for (; _at < pattern.Length; _at++)
            {
                if (!Step(pattern[_at]))
                {
                    return false;
                }
            }

            return _classes == 0 && _open.Count == 0;
        }

        private bool Step(char c)
        {
            switch (c)
            {
                case '\\':
                    return Escape();
                case '[':
                    _classes++;
                    break;
                case ']':
                    return _classes-- > 0 && Append(']');
                case '(' when _classes == 0:
                    return Open();
                case ')' when _classes == 0:
                    return Close();
                case '.' when _classes == 0 && !dotAll:
                    Text.Append("[^\\n\\r]");
                    return true;
                case '$' when _classes == 0 && !multiline:
                    Text.Append("\\z");
                    return true;
                case '{' or '}' when _classes == 0 && !IsQuantifier():
                    return false;
            }

            return Append(c);
        }

        private bool Append(char c)
        {
            Text.Append(c);
            return true;
        }

        private bool Open()
        {
            if (_at + 1 < pattern.Length && pattern[_at + 1] == '?')
            {
                if (_at + 2 >= pattern.Length || pattern[_at + 2] != ':')
                {
                    return false;
                }

                _open.Push(0);
                Text.Append("(?:");
                _at += 2;
                return true;
            }

            _open.Push(++_groups);
            return Append('(');
        }

        private bool Close()
        {
            if (!_open.TryPop(out var group))
            {
                return false;
            }

            _closed.Add(group);
            return Append(')');
        }

        private bool IsQuantifier() => pattern[_at] == '}' || (_at + 1 < pattern.Length && char.IsAsciiDigit(pattern[_at + 1]));

        private bool Escape()
        {
            if (++_at >= pattern.Length)
            {
                return false;
            }

            var c = pattern[_at];

            if (char.IsAsciiDigit(c))
            {
                return BackReference();
            }

            if (SharedEscapes.Contains(c, StringComparison.Ordinal))
            {
                Text.Append('\\').Append(c);
                return true;
            }

            if (c is 'p' or 'P')
            {
                return Category();
            }

            var members = c switch { 'i' or 'I' => "\\p{L}_:", 'c' or 'C' => "\\p{L}\\p{N}\\p{M}_:.\\-\u00B7", _ => null };

            if (members is null || (char.IsAsciiLetterUpper(c) && _classes > 0))
            {
                return false;
            }

            Text.Append(_classes > 0 ? members : $"[{(char.IsAsciiLetterUpper(c) ? "^" : "")}{members}]");
            return true;
        }

        private bool BackReference()
        {
            var group = pattern[_at] - '0';

            while (_at + 1 < pattern.Length && char.IsAsciiDigit(pattern[_at + 1]) && group * 10 + pattern[_at + 1] - '0' <= _groups)
            {
                group = group * 10 + pattern[++_at] - '0';
            }

            if (_classes > 0 || group == 0 || !_closed.Contains(group))
            {
                return false;
            }

            HasBackReference = true;
            Text.Append("(?:\\").Append(group).Append(')');
            return true;
        }

        private bool Category()
        {
            var end = pattern.IndexOf('}', _at);

            if (_at + 1 >= pattern.Length || pattern[_at + 1] != '{' || end < 0)
            {
                return false;
            }

            Text.Append('\\').Append(pattern, _at, end - _at + 1);
            _at = end;
            return true;
        }
    }
}
