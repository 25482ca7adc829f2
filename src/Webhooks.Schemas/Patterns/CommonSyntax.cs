using System.Globalization;
using System.Text;

namespace Webhooks.Schemas.Patterns;

/// <summary>Puts an expression of RE2 into words that <see cref="System.Text.RegularExpressions.Regex"/> takes for the same, as far as there are such.</summary>
/// <remarks>For one expression. Groups don't capture: only whether there is a match is asked.</remarks>
internal sealed class CommonSyntax(string text)
{
    private const string Digits = "0-9";
    private const string Words = "0-9A-Za-z_";
    private const string Spaces = @"\t\n\f\r ";

    /// <summary>RE2's limit on repetition, and on the product of repetitions inside one another.</summary>
    private const int MostRepeats = 1000;

    private readonly StringBuilder _output = new(text.Length + 16);
    private int _at;
    private long _repeats = 1;
    private bool _repeatsGroup;

    /// <summary>Whether some part stands for any character but a few: which may be half of one in UTF-16.</summary>
    public bool MatchesAnyUnit { get; private set; }

    /// <summary>The expression in the other's words; <c>null</c> where there are none.</summary>
    public string? Translate()
    {
        bool isCommon = !text.Any(char.IsSurrogate);
        while (isCommon && _at < text.Length)
        {
            char next = text[_at++];
            switch (next)
            {
                case '\\':
                    isCommon = Escape();
                    break;
                case '[':
                    isCommon = Class();
                    break;
                case '(':
                    isCommon = Group();
                    break;
                case '{':
                    isCommon = Repeat();
                    break;
                case '.':
                    MatchesAnyUnit = true;
                    _output.Append(@"[^\n]");
                    break;
                case '$':
                    _output.Append(@"\z");
                    break;
                default:
                    _output.Append(next is ']' or '}' or '#' or ' ' ? @"\" : "").Append(next);
                    break;
            }
        }

        return isCommon && !(_repeatsGroup && _repeats > MostRepeats) ? _output.ToString() : null;
    }

    private bool Escape()
    {
        char escaped = _at < text.Length ? text[_at++] : '\0';
        switch (escaped)
        {
            case 'd' or 'w' or 's':
                _output.Append('[').Append(SetOf(escaped)).Append(']');
                return true;
            case 'D' or 'W' or 'S':
                MatchesAnyUnit = true;
                _output.Append("[^").Append(SetOf(char.ToLowerInvariant(escaped))).Append(']');
                return true;
            case 'A' or 'z':
                _output.Append('\\').Append(escaped);
                return true;
            default:
                return Character(escaped);
        }
    }

    /// <summary>An escape that stands for one character, in a class or not.</summary>
    private bool Character(char escaped)
    {
        if (escaped == 'x' && _at + 1 < text.Length && char.IsAsciiHexDigit(text[_at]) && char.IsAsciiHexDigit(text[_at + 1]))
        {
            _output.Append(@"\x").Append(text, _at, 2);
            _at += 2;
            return true;
        }

        bool isPunctuation = char.IsAscii(escaped) && (char.IsPunctuation(escaped) || char.IsSymbol(escaped));
        _output.Append(escaped == '_' ? "" : @"\").Append(escaped);
        return isPunctuation || escaped is 'a' or 'f' or 'n' or 'r' or 't' or 'v';
    }

    private bool Class()
    {
        _output.Append('[');
        if (Take('^'))
        {
            MatchesAnyUnit = true;
            _output.Append('^');
        }

        for (bool isFirst = true; _at < text.Length; isFirst = false)
        {
            char next = text[_at++];
            if (next == ']' && !isFirst)
            {
                _output.Append(']');
                return true;
            }

            if (!Member(next))
            {
                return false;
            }
        }

        return false;
    }

    private bool Member(char next)
    {
        switch (next)
        {
            case '[' when Peek(0) == ':':
            case '-' when Peek(0) is '[' or '\\':
                return false;
            case '[' or ']' or '^':
                _output.Append('\\').Append(next);
                return true;
            case '\\' when Peek(0) is 'd' or 'w' or 's':
                _output.Append(SetOf(text[_at++]));
                return Peek(0) != '-' || Peek(1) == ']';
            case '\\':
                return _at < text.Length && Character(text[_at++]);
            default:
                _output.Append(next);
                return true;
        }
    }

    private bool Group()
    {
        _output.Append("(?:");
        if (!Take('?'))
        {
            return true;
        }

        if (Take(':'))
        {
            return true;
        }

        Take('P');
        int end = text.IndexOf('>', _at);
        if (Peek(0) != '<' || end <= _at + 1 || !text[(_at + 1)..end].All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_'))
        {
            return false;
        }

        _at = end + 1;
        return true;
    }

    /// <summary><c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c>; anything else is just a brace.</summary>
    private bool Repeat()
    {
        int end = text.IndexOf('}', _at);
        string[] bounds = end < 0 ? [] : text[_at..end].Split(',');
        if (bounds.Length is not (1 or 2) || bounds[0].Length == 0 || !bounds.All(bound => bound.All(char.IsAsciiDigit)))
        {
            _output.Append(@"\{");
            return true;
        }

        foreach (string bound in bounds.Where(bound => bound.Length > 0))
        {
            if (!int.TryParse(bound, NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count > MostRepeats)
            {
                return false;
            }
        }

        string most = bounds[^1].Length > 0 ? bounds[^1] : bounds[0];
        _repeats = Math.Min(_repeats * Math.Max(1, int.Parse(most, CultureInfo.InvariantCulture)), int.MaxValue);
        _repeatsGroup |= _at >= 2 && text[_at - 2] == ')';
        _output.Append('{').Append(text, _at, end - _at).Append('}');
        _at = end + 1;
        return true;
    }

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private bool Take(char character)
    {
        bool isThere = Peek(0) == character && _at < text.Length;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private static string SetOf(char escape) => escape switch
    {
        'd' => Digits,
        'w' => Words,
        _ => Spaces,
    };
}
