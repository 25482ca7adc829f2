using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>Reads regular expressions: takes what Go's <c>regexp.Compile</c> takes, and refuses the rest in its words.</summary>
/// <remarks>For one expression. Cost: linear in its length, and in the ranges of the sets that it names. It does not recurse on groups.</remarks>
internal sealed class PatternReader
{
    private const int NoRepeat = -1;

    private static readonly CodePointSet NoNewline = new CodePointSet('\n', '\n').Negated();

    private readonly PatternCursor _cursor;
    private readonly SyntaxStack _stack;
    private readonly ClassReader _classes;
    private SyntaxFlags _flags;

    /// <summary>Where the repeat begins that was read last, if nothing was read since: it can't be repeated.</summary>
    private int _lastRepeat = NoRepeat;

    private PatternReader(string text)
    {
        _cursor = new(text);
        _stack = new(_cursor.Text);
        _classes = new(_cursor);
    }

    private bool FoldsCase => _flags.HasFlag(SyntaxFlags.FoldsCase);

    /// <summary>The expression that a text says.</summary>
    /// <exception cref="PatternException">It says none.</exception>
    public static SyntaxNode Read(string text)
    {
        PatternReader reader = new(text);
        while (!reader._cursor.IsAtEnd)
        {
            int start = reader._cursor.At;
            bool isRepeat = reader.ReadNext();
            reader._lastRepeat = isRepeat ? start : NoRepeat;
        }

        reader._stack.Close();
        return reader._stack.Count == 1 ? reader._stack.Top : throw new PatternException(PatternErrorKind.MissingParenthesis, reader._cursor.Text);
    }

    /// <summary>Reads a token; returns whether it is a repeat.</summary>
    private bool ReadNext()
    {
        char next = _cursor.Peek();
        switch (next)
        {
            case '*' or '+' or '?':
                int start = _cursor.At++;
                ReadRepeat(next switch { '*' => SyntaxKind.Star, '+' => SyntaxKind.Plus, _ => SyntaxKind.Quest }, 0, 0, start);
                return true;
            case '{':
                return ReadCounted();
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '[':
                _stack.Push(new(SyntaxKind.Set) { Set = _classes.ReadBrackets(FoldsCase) });
                break;
            case '\\':
                ReadEscape();
                break;
            case '^' or '$' or '.' or '|':
                _cursor.At++;
                ReadSign(next);
                break;
            default:
                _stack.PushLiteral(_cursor.Next(), FoldsCase);
                break;
        }

        return false;
    }

    private void ReadSign(char sign)
    {
        bool isMultiline = _flags.HasFlag(SyntaxFlags.Multiline);
        switch (sign)
        {
            case '^':
                PushBoundary(isMultiline ? Boundaries.LineStart : Boundaries.TextStart);
                break;
            case '$':
                PushBoundary(isMultiline ? Boundaries.LineEnd : Boundaries.TextEnd);
                break;
            case '.':
                _stack.Push(new(SyntaxKind.Set) { Set = _flags.HasFlag(SyntaxFlags.DotTakesNewline) ? CodePointSet.Any : NoNewline });
                break;
            default:
                _stack.Bar();
                break;
        }
    }

    private void ReadEscape()
    {
        Boundaries boundary = _cursor.Peek(1) switch
        {
            'A' => Boundaries.TextStart,
            'z' => Boundaries.TextEnd,
            'b' => Boundaries.Word,
            'B' => Boundaries.NoWord,
            _ => Boundaries.None,
        };
        if (boundary != Boundaries.None)
        {
            _cursor.At += 2;
            PushBoundary(boundary);
        }
        else if (_cursor.Take(@"\Q"))
        {
            ReadQuoted();
        }
        else if (_classes.ReadEscaped(FoldsCase) is { } set)
        {
            _stack.Push(new(SyntaxKind.Set) { Set = set });
        }
        else
        {
            _stack.PushLiteral(EscapeReader.Read(_cursor), FoldsCase);
        }
    }

    /// <summary>What stands before <c>\E</c>, or the end.</summary>
    private void ReadQuoted()
    {
        while (!_cursor.IsAtEnd && !_cursor.Take(@"\E"))
        {
            _stack.PushLiteral(_cursor.Next(), FoldsCase);
        }
    }

    private bool ReadCounted()
    {
        int start = _cursor.At;
        if (RepeatReader.Read(_cursor) is not var (least, most))
        {
            _cursor.At++;
            _stack.PushLiteral('{', FoldsCase);
            return false;
        }

        ReadRepeat(SyntaxKind.Repeat, least, most, start);
        return true;
    }

    private void ReadRepeat(SyntaxKind kind, int least, int most, int start)
    {
        bool isLazy = _cursor.Take("?") != _flags.HasFlag(SyntaxFlags.IsUngreedy);
        if (_lastRepeat != NoRepeat)
        {
            throw _cursor.Refused(PatternErrorKind.RepeatedRepeat, _lastRepeat);
        }

        if (!_stack.CanRepeat)
        {
            throw _cursor.Refused(PatternErrorKind.NothingToRepeat, start);
        }

        SyntaxNode repeat = new(kind) { Children = [_stack.Top], Least = least, Most = most, IsLazy = isLazy };
        repeat.Measure();
        _stack.Repeat(repeat);
        if ((least >= 2 || most >= 2) && repeat.Repeats > RepeatReader.MostRepeats)
        {
            throw _cursor.Refused(PatternErrorKind.RepeatCount, start);
        }
    }

    private void Open()
    {
        if (_cursor.Peek(1) == '?')
        {
            if (GroupReader.Read(_cursor, ref _flags) is { } group)
            {
                _stack.Push(group);
            }
        }
        else
        {
            _cursor.At++;
            _stack.Push(GroupReader.Group(isNumbered: true, _flags));
        }
    }

    private void Close()
    {
        _stack.Close();
        SyntaxNode inside = _stack.Pop();
        if (_stack.Count == 0 || _stack.Top.Kind != SyntaxKind.OpenGroup)
        {
            throw new PatternException(PatternErrorKind.UnexpectedParenthesis, _cursor.Text);
        }

        SyntaxNode group = _stack.Pop();
        _flags = group.FlagsBefore;
        _cursor.At++;
        _stack.Push(group.IsNumbered ? SyntaxNode.Of(SyntaxKind.Capture, [inside]) : inside);
    }

    private void PushBoundary(Boundaries boundary) => _stack.Push(new(SyntaxKind.Boundary) { Boundary = boundary });
}
