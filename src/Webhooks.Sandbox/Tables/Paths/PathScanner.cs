namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>Takes the text of a JSONPath template apart, piece by piece: it knows where a piece ends, and not what it means.</summary>
/// <remarks>Every problem is a <see cref="FormatException"/> in the library's words.</remarks>
internal sealed class PathScanner(string text)
{
    /// <summary>What stands behind the last character.</summary>
    public const char End = '\uFFFF';

    private int _position;
    private int _start;

    /// <summary>Whether all is taken.</summary>
    public bool IsAtEnd => _position == text.Length;

    /// <summary>What is still to be read.</summary>
    public ReadOnlySpan<char> Rest => text.AsSpan(_position);

    /// <summary>Whether a letter, a digit or an underscore can begin a word.</summary>
    public static bool IsAlphanumeric(char character) => character == '_' || char.IsLetterOrDigit(character);

    /// <summary>Reads a character.</summary>
    public char Next() => _position < text.Length ? text[_position++] : End;

    /// <summary>Goes back to before the character that was read last.</summary>
    public void Back() => _position--;

    /// <summary>Passes over what was read, and some characters more.</summary>
    public void Skip(int count = 0)
    {
        _position += count;
        _start = _position;
    }

    /// <summary>Takes what stands before the next brace that opens, or the end.</summary>
    public string TakeLiteral()
    {
        int brace = text.IndexOf('{', _position);
        _position = brace < 0 ? text.Length : brace;
        return Take();
    }

    /// <summary>Takes the name of a field, its escapes with it.</summary>
    public string TakeField()
    {
        Skip();
        while (_position < text.Length && !IsTerminator(text[_position]))
        {
            _position += text[_position] == '\\' ? 2 : 1;
        }

        _position = Math.Min(_position, text.Length);
        return Take();
    }

    /// <summary>Takes what may be a number.</summary>
    public string TakeNumber()
    {
        _position += text[_position] is '+' or '-' ? 1 : 0;
        while (_position < text.Length && (text[_position] == '.' || char.IsDigit(text[_position])))
        {
            _position++;
        }

        return Take();
    }

    /// <summary>Takes a word.</summary>
    public string TakeWord()
    {
        while (_position < text.Length && !IsTerminator(text[_position]))
        {
            _position++;
        }

        return Take();
    }

    /// <summary>Takes quoted text with its quotes, the first of which was read.</summary>
    public string TakeQuoted(char quote)
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
                return Take();
            }
        }
    }

    /// <summary>Takes what stands in brackets, the first of which was read.</summary>
    public string TakeArray()
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
                return Take()[1..^1];
            }
        }
    }

    /// <summary>Takes the condition of a filter, of which nothing was read yet: what stands in <c>[?(…)]</c>.</summary>
    public string TakeCondition()
    {
        Skip("[?(".Length);
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

        return Next() == ']' ? Take()[..^2] : throw new FormatException("unclosed array expect ]");
    }

    private string Take()
    {
        string taken = text[_start.._position];
        _start = _position;
        return taken;
    }

    private static bool IsTerminator(char character) =>
        character is ' ' or '\t' or '\r' or '\n' or '.' or ',' or '[' or ']' or '$' or '@' or '{' or '}';
}
