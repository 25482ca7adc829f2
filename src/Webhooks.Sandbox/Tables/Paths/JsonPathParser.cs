using System.Collections.Immutable;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>Reads JSONPath templates: what the pieces of one mean.</summary>
/// <remarks>Every problem is a <see cref="FormatException"/> in the library's words.</remarks>
internal sealed class JsonPathParser(string text, int depth)
{
    /// <summary>The most filters inside one another; a bound of ours, far above what anybody writes.</summary>
    private const int MostDepth = 32;

    private readonly ImmutableArray<PathNode>.Builder _nodes = ImmutableArray.CreateBuilder<PathNode>();
    private readonly PathScanner _scanner = new(text);

    /// <summary>The parts of the template: text outside braces, and paths in them.</summary>
    public ImmutableArray<ImmutableArray<PathNode>> ParseTemplate()
    {
        ImmutableArray<ImmutableArray<PathNode>>.Builder parts = ImmutableArray.CreateBuilder<ImmutableArray<PathNode>>();
        while (!_scanner.IsAtEnd)
        {
            if (_scanner.TakeLiteral() is { Length: > 0 } literal)
            {
                parts.Add([PathLiterals.OfText(literal)]);
            }

            if (!_scanner.IsAtEnd)
            {
                _scanner.Skip(1);
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
            switch (_scanner.Rest)
            {
                case ['}', ..]:
                    _scanner.Skip(1);
                    return;
                case ['[', '?', '(', ..]:
                    AddFilter(_scanner.TakeCondition());
                    break;
                case ['.', '.', ..]:
                    ParseDescent();
                    break;
                default:
                    ParseStep();
                    break;
            }
        }
    }

    private void ParseStep()
    {
        char next = _scanner.Next();
        switch (next)
        {
            case PathScanner.End or '\r' or '\n':
                throw new FormatException("unclosed action");
            case ' ' or '@' or '$':
                _scanner.Skip();
                break;
            case '[':
                AddArray(_scanner.TakeArray());
                break;
            case '"' or '\'':
                AddQuoted(_scanner.TakeQuoted(next));
                break;
            case '.':
                AddField(_scanner.TakeField());
                break;
            default:
                _scanner.Back();
                if (next is '+' or '-' || char.IsDigit(next))
                {
                    _nodes.Add(PathLiterals.OfNumber(_scanner.TakeNumber()));
                }
                else if (PathScanner.IsAlphanumeric(next))
                {
                    AddWord(_scanner.TakeWord());
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

        _scanner.Skip(2);
        _nodes.Add(new PathNode.Descent());
        if (_scanner.Rest is [var first, ..] && PathScanner.IsAlphanumeric(first))
        {
            AddField(_scanner.TakeField());
        }
    }

    private void AddField(string name) =>
        _nodes.Add(name == "*" ? new PathNode.Wildcard() : new PathNode.Field(name.Replace("\\", "", StringComparison.Ordinal)));

    private void AddWord(string word) => _nodes.Add(word is "true" or "false" ? PathLiterals.OfBool(word) : new PathNode.Word(word));

    private void AddQuoted(string quoted) =>
        _nodes.Add(PathLiterals.OfText(PathQuotes.Unquote(quoted) ?? throw new FormatException($"unquote string {quoted} error invalid syntax")));

    private void AddArray(string inside)
    {
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
}
