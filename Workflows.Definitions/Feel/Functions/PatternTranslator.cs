using System.Globalization;
using System.Text;

namespace Workflows.Definitions.Feel;

/// <summary>Turns XPath's regular expressions into .NET's, and refuses what only .NET knows.</summary>
internal sealed class PatternTranslator(string pattern, bool dotAll, bool multiline)
{
    /// <summary>Escapes that mean the same in both.</summary>
    private const string SharedEscapes = "nrt\\|.?*+(){}-[]^$dDwWsS";

    /// <summary>Heavier patterns are refused: .NET would build too large an automaton.</summary>
    private const long Heaviest = 2_000;

    private readonly StringBuilder _text = new();
    private readonly Stack<Group> _open = new([new Group(0)]);
    private readonly HashSet<int> _closed = [];
    private Part _last = new(0, Chooses: false);
    private bool _hasBackReference;
    private bool _nested;
    private int _choices;
    private int _groups;
    private int _classes;
    private int _at;

    /// <summary>The pattern for .NET; null where the text is no XPath pattern.</summary>
    public PatternText? Run()
    {
        for (; _at < pattern.Length; _at++)
        {
            if (!Step(pattern[_at]))
            {
                return null;
            }
        }

        var weight = _open.Peek().Weight + _last.Weight;
        return _classes == 0 && _open.Count == 1 && weight <= Heaviest
            ? new PatternText(_text.ToString(), _hasBackReference, weight, _choices, _nested)
            : null;
    }

    private bool Step(char c)
    {
        if (_classes > 0)
        {
            return InClass(c);
        }

        switch (c)
        {
            case '\\':
                return Escape();
            case '[':
                _classes++;
                return Atom("[");
            case '(':
                return Open();
            case ')':
                return Close();
            case ']' or '}':
                return false;
            case '*' or '+' or '?':
                return Repeated(1, c.ToString());
            case '{':
                return Counted();
            case '|':
                _choices++;
                _open.Peek().Chooses = true;
                return Atom("|");
            case '.' when !dotAll:
                return Atom("[^\\n\\r]");
            case '$' when !multiline:
                return Atom("\\z");
            default:
                return Atom(c.ToString());
        }
    }

    private bool InClass(char c)
    {
        if (c == '\\')
        {
            return Escape();
        }

        _classes += c switch { '[' => 1, ']' => -1, _ => 0 };
        _text.Append(c);
        return true;
    }

    /// <summary>One thing to match; within a class only a member of it.</summary>
    private bool Atom(string text)
    {
        _text.Append(text);

        if (_classes <= 1 && (_classes == 0 || text == "["))
        {
            Put(new Part(1, Chooses: false));
        }

        return true;
    }

    private void Put(Part part)
    {
        _open.Peek().Weight += _last.Weight;
        _last = part;
    }

    private bool Open()
    {
        var captures = _at + 1 >= pattern.Length || pattern[_at + 1] != '?';

        if (!captures)
        {
            if (_at + 2 >= pattern.Length || pattern[_at + 2] != ':')
            {
                return false;
            }

            _at += 2;
        }

        Put(new Part(0, Chooses: false));
        _open.Push(new Group(captures ? ++_groups : 0));
        _text.Append(captures ? "(" : "(?:");
        return true;
    }

    private bool Close()
    {
        if (_open.Count == 1)
        {
            return false;
        }

        var group = _open.Pop();
        _closed.Add(group.Number);
        _last = new Part(group.Weight + _last.Weight + 1, group.Chooses);
        _open.Peek().Chooses |= group.Chooses;
        _text.Append(')');
        return true;
    }

    /// <summary>A number of repetitions: <c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>.</summary>
    private bool Counted()
    {
        var end = pattern.IndexOf('}', _at);
        var bounds = end < 0 ? [] : pattern[(_at + 1)..end].Split(',');

        if (bounds.Length is 0 or > 2 || !TryCount(bounds[0], out var least) || !(bounds.Length == 1 || bounds[1].Length == 0 || TryCount(bounds[1], out _)))
        {
            return false;
        }

        var most = bounds.Length == 2 && TryCount(bounds[1], out var second) ? second : least;
        var text = pattern[_at..(end + 1)];
        _at = end;
        return Repeated(Math.Max(1, most), text);
    }

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    private bool Repeated(int times, string text)
    {
        // A second question mark only makes a repetition reluctant.
        if (_last.Weight == 0 && text != "?")
        {
            return false;
        }

        _choices++;
        _nested |= _last.Chooses;
        _open.Peek().Chooses = true;
        _last = new Part(Math.Min(_last.Weight * times, Heaviest + 1), Chooses: true);
        _text.Append(text);

        if (_at + 1 < pattern.Length && pattern[_at + 1] == '?')
        {
            _at++;
            _text.Append('?');
        }

        // Nothing may be repeated twice over.
        _open.Peek().Weight += _last.Weight;
        _last = new Part(0, Chooses: false);
        return true;
    }

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
            return Atom("\\" + c);
        }

        if (c is 'p' or 'P')
        {
            return Category();
        }

        var members = c switch { 'i' or 'I' => "\\p{L}_:", 'c' or 'C' => "\\p{L}\\p{N}\\p{M}_:.\\-\u00B7", _ => null };

        // .NET has no class of everything but several categories that could stand within another class.
        return members is not null
            && (_classes == 0 || char.IsAsciiLetterLower(c))
            && Atom(_classes > 0 ? members : $"[{(char.IsAsciiLetterUpper(c) ? "^" : "")}{members}]");
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

        _hasBackReference = true;
        return Atom($"(?:\\{group})");
    }

    private bool Category()
    {
        var end = pattern.IndexOf('}', _at);

        if (_at + 1 >= pattern.Length || pattern[_at + 1] != '{' || end < 0)
        {
            return false;
        }

        var text = pattern[(_at - 1)..(end + 1)];
        _at = end;
        return Atom(text);
    }

    /// <summary>What a repetition would repeat.</summary>
    private readonly record struct Part(long Weight, bool Chooses);

    private sealed class Group(int number)
    {
        public int Number => number;

        public long Weight { get; set; }

        public bool Chooses { get; set; }
    }
}
