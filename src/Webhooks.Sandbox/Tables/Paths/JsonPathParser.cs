using System.Collections.Immutable;
using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>Reads JSONPath templates.</summary>
/// <remarks>Every problem is a <see cref="FormatException"/> in the library's words.</remarks>
internal sealed class JsonPathParser(string text, int depth)
{
    /// <summary>The most filters inside one another; a bound of ours, far above what anybody writes.</summary>
    private const int MostDepth = 32;

    private const char End = '\uFFFF';

    private readonly ImmutableArray<PathNode>.Builder _nodes = ImmutableArray.CreateBuilder<PathNode>();
    private int _position;
    private int _start;

    /// <summary>The parts of the template: text outside braces, and paths in them.</summary>
    public ImmutableArray<ImmutableArray<PathNode>> ParseTemplate()
    {
        ImmutableArray<ImmutableArray<PathNode>>.Builder parts = ImmutableArray.CreateBuilder<ImmutableArray<PathNode>>();
        while (_position < text.Length)
        {
            int brace = text.IndexOf('{', _position);
            int end = brace < 0 ? text.Length : brace;
            if (end > _position)
            {
                parts.Add([LiteralOf(text[_position..end])]);
            }

            _position = end;
            if (brace >= 0)
            {
                _position++;
                Take();
                ParseAction();
                parts.Add(_nodes.DrainToImmutable());
            }
        }

        return parts.ToImmutable();
    }

    private void ParseAction()
    {
        while (true)
        {
            ReadOnlySpan<char> rest = text.AsSpan(_position);
            if (rest is ['}', ..])
            {
                _position++;
                Take();
                return;
            }

            if (rest is ['[', '?', '(', ..])
            {
                ParseFilter();
            }
            else if (rest is ['.', '.', ..])
            {
                ParseDescent();
            }
            else
            {
                ParseStep();
            }
        }
    }

    private void ParseStep()
    {
        char next = Next();
        switch (next)
        {
            case End or '\r' or '\n':
                throw new FormatException("unclosed action");
            case ' ' or '@' or '$':
                Take();
                break;
            case '[':
                ParseArray();
                break;
            case '"' or '\'':
                ParseQuote(next);
                break;
            case '.':
                ParseField();
                break;
            case '+' or '-':
                _position--;
                ParseNumber();
                break;
            default:
                _position--;
                if (char.IsDigit(next))
                {
                    ParseNumber();
                }
                else if (IsAlphanumeric(next))
                {
                    ParseWord();
                }
                else
                {
                    throw new FormatException($"unrecognized character in action: U+{(int)next:X4} '{next}'");
                }

                break;
        }
    }

    private void ParseDescent()
    {
        if (_nodes.Count > 0 && _nodes[^1] is PathNode.Descent)
        {
            throw new FormatException("invalid multiple recursive descent");
        }

        _position += 2;
        Take();
        _nodes.Add(new PathNode.Descent());
        if (_position < text.Length && IsAlphanumeric(text[_position]))
        {
            ParseField();
        }
    }

    private void ParseField()
    {
        Take();
        while (_position < text.Length && !IsTerminator(text[_position]))
        {
            _position += text[_position] == '\\' ? 2 : 1;
        }

        _position = Math.Min(_position, text.Length);
        string name = Take();
        _nodes.Add(name == "*" ? new PathNode.Wildcard() : new PathNode.Field(name.Replace("\\", "", StringComparison.Ordinal)));
    }

    private void ParseNumber()
    {
        _position += text[_position] is '+' or '-' ? 1 : 0;
        while (_position < text.Length && (text[_position] == '.' || char.IsDigit(text[_position])))
        {
            _position++;
        }

        string number = Take();
        if (long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
        {
            _nodes.Add(new PathNode.Literal(Json(integer.ToString(CultureInfo.InvariantCulture))));
        }
        else if (double.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double real))
        {
            _nodes.Add(new PathNode.Literal(Json(real.ToString("E16", CultureInfo.InvariantCulture))));
        }
        else
        {
            throw new FormatException($"cannot parse number {number}");
        }
    }

    private void ParseWord()
    {
        while (_position < text.Length && !IsTerminator(text[_position]))
        {
            _position++;
        }

        string word = Take();
        _nodes.Add(word is "true" or "false" ? new PathNode.Literal(Json(word)) : new PathNode.Word(word));
    }

    private void ParseQuote(char quote)
    {
        while (true)
        {
            char next = Next();
            if (next is End or '\n')
            {
                throw new FormatException("unterminated quoted string");
            }

            if (next == quote && text[_position - 2] != '\\')
            {
                break;
            }
        }

        string quoted = Take();
        string value = PathQuotes.Unquote(quoted) ?? throw new FormatException($"unquote string {quoted} error invalid syntax");
        _nodes.Add(LiteralOf(value));
    }

    private void ParseArray()
    {
        while (true)
        {
            char next = Next();
            if (next is End or '\n')
            {
                throw new FormatException("unterminated array");
            }

            if (next == ']')
            {
                break;
            }
        }

        string inside = Take()[1..^1];
        string[] members = inside.Split(',');
        if (members.Length > 1)
        {
            _nodes.Add(new PathNode.Union([.. members.Select(member => Nested($"[{member.Trim(' ')}]"))]));
        }
        else if (inside is ['\'', .. var key, '\''] && !key.Contains('\'', StringComparison.Ordinal))
        {
            _nodes.AddRange(Nested("." + key));
        }
        else
        {
            _nodes.Add(PathSlices.Parse(inside == "*" ? ":" : inside) ?? throw new FormatException($"invalid array index {inside}"));
        }
    }

    private void ParseFilter()
    {
        _position += 3;
        Take();
        char? quote = null;
        bool isClosed = false;
        while (true)
        {
            char next = Next();
            if (next is End or '\n')
            {
                throw new FormatException("unterminated filter");
            }

            if (next is '"' or '\'')
            {
                isClosed |= quote == next && text[_position - 2] != '\\';
                quote ??= next;
            }
            else if (next == ')' && quote.HasValue == isClosed)
            {
                break;
            }
        }

        if (Next() != ']')
        {
            throw new FormatException("unclosed array expect ]");
        }

        AddFilter(Take()[..^2]);
    }

    private void AddFilter(string condition)
    {
        int comparison = condition.AsSpan().IndexOfAny("!<>=");
        int right = comparison < 0 ? -1 : condition.AsSpan(comparison).IndexOfAnyExcept("!<>=");
        right = right < 0 ? condition.Length - 1 : comparison + right;
        _nodes.Add(comparison <= 0 || right <= comparison
            ? new PathNode.Filter(Nested(condition), "exists", [])
            : new PathNode.Filter(Nested(condition[..comparison]), condition[comparison..right], Nested(condition[right..])));
    }

    private ImmutableArray<PathNode> Nested(string action)
    {
        if (depth == MostDepth)
        {
            throw new FormatException("too many filters inside one another");
        }

        return new JsonPathParser($"{{{action}}}", depth + 1).ParseTemplate()[0];
    }

    private char Next() => _position < text.Length ? text[_position++] : End;

    private string Take()
    {
        string taken = text[_start.._position];
        _start = _position;
        return taken;
    }

    private static PathNode.Literal LiteralOf(string value) => new(JsonTree.OfString(System.Text.Encoding.UTF8.GetBytes(value)).Root);

    private static JsonValue Json(string literal) => JsonTree.Parse(literal).Compact().Root;

    private static bool IsTerminator(char character) =>
        character is ' ' or '\t' or '\r' or '\n' or '.' or ',' or '[' or ']' or '$' or '@' or '{' or '}';

    private static bool IsAlphanumeric(char character) => character == '_' || char.IsLetterOrDigit(character);
}
