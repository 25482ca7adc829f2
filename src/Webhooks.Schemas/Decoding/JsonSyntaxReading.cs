namespace Webhooks.Schemas.Decoding;

/// <summary>A reading of JSON, character by character, in the states of Go's scanner.</summary>
internal sealed class JsonSyntaxReading
{
    private const int MostContainers = 10_000;
    private readonly Stack<State> _open = new();
    private State _state = State.Value;
    private State _after = State.AfterAll;
    private string _word = "";
    private int _progress;

    private enum State
    {
        Value,
        ValueOrEnd,
        Name,
        NameOrEnd,
        AfterName,
        AfterMember,
        AfterItem,
        AfterAll,
        Text,
        Escape,
        Hexadecimal,
        Minus,
        Zero,
        Digits,
        Point,
        Decimals,
        Exponent,
        ExponentSign,
        ExponentDigits,
        Word,
    }

    /// <summary>Whether a whole value was read.</summary>
    public bool IsComplete => _state == State.AfterAll;

    /// <summary>Reads one more character.</summary>
    /// <returns>What is wrong with it; <c>null</c> where nothing is.</returns>
    public string? Step(byte next)
    {
        switch (_state)
        {
            case State.Text:
                return InText(next);
            case State.Escape:
                return InEscape(next);
            case State.Hexadecimal:
                return InHexadecimal(next);
            case State.Word:
                return InWord(next);
            case State.Minus or State.Zero or State.Digits or State.Point or State.Decimals or State.Exponent or State.ExponentSign or State.ExponentDigits:
                return InNumber(next);
            default:
                return next is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' ? null : Between(next);
        }
    }

    private string? Between(byte next) => (_state, next) switch
    {
        (State.NameOrEnd, (byte)'}') or (State.AfterMember, (byte)'}') => Close(),
        (State.ValueOrEnd, (byte)']') or (State.AfterItem, (byte)']') => Close(),
        (State.Name or State.NameOrEnd, (byte)'"') => Go(State.Text, State.AfterName),
        (State.Name or State.NameOrEnd, _) => JsonSyntax.Invalid(next, "looking for beginning of object key string"),
        (State.AfterName, (byte)':') => Go(State.Value),
        (State.AfterName, _) => JsonSyntax.Invalid(next, "after object key"),
        (State.AfterMember, (byte)',') => Go(State.Name),
        (State.AfterMember, _) => JsonSyntax.Invalid(next, "after object key:value pair"),
        (State.AfterItem, (byte)',') => Go(State.Value),
        (State.AfterItem, _) => JsonSyntax.Invalid(next, "after array element"),
        (State.AfterAll, _) => JsonSyntax.Invalid(next, "after top-level value"),
        _ => Begin(next),
    };

    private string? Begin(byte next)
    {
        switch (next)
        {
            case (byte)'{':
                return Open(State.AfterMember, State.NameOrEnd);
            case (byte)'[':
                return Open(State.AfterItem, State.ValueOrEnd);
            case (byte)'"':
                return Go(State.Text, Outer());
            case (byte)'-':
                return Go(State.Minus, Outer());
            case (byte)'0':
                return Go(State.Zero, Outer());
            case >= (byte)'1' and <= (byte)'9':
                return Go(State.Digits, Outer());
            case (byte)'t' or (byte)'f' or (byte)'n':
                _word = next == 't' ? "true" : next == 'f' ? "false" : "null";
                _progress = 1;
                return Go(State.Word, Outer());
            default:
                return JsonSyntax.Invalid(next, "looking for beginning of value");
        }
    }

    private State Outer() => _open.TryPeek(out State state) ? state : State.AfterAll;

    private string? Open(State after, State first)
    {
        if (_open.Count == MostContainers)
        {
            return JsonSyntax.Invalid((byte)(first == State.ValueOrEnd ? '[' : '{'), "exceeded max depth");
        }

        _open.Push(after);
        return Go(first);
    }

    private string? Close()
    {
        _open.Pop();
        return Go(Outer());
    }

    private string? Go(State state)
    {
        _state = state;
        return null;
    }

    /// <summary>Goes into a literal, and notes what comes behind it.</summary>
    private string? Go(State literal, State after)
    {
        _after = after;
        _state = literal;
        return null;
    }

    private string? InText(byte next) => next switch
    {
        (byte)'"' => Go(_after),
        (byte)'\\' => Go(State.Escape),
        < 0x20 => JsonSyntax.Invalid(next, "in string literal"),
        _ => null,
    };

    private string? InEscape(byte next)
    {
        if (next == 'u')
        {
            _progress = 0;
            return Go(State.Hexadecimal);
        }

        return "bfnrt\\/\"".Contains((char)next, StringComparison.Ordinal) ? Go(State.Text) : JsonSyntax.Invalid(next, "in string escape code");
    }

    private string? InHexadecimal(byte next) =>
        !char.IsAsciiHexDigit((char)next) ? JsonSyntax.Invalid(next, "in \\u hexadecimal character escape")
        : ++_progress == 4 ? Go(State.Text) : null;

    private string? InWord(byte next)
    {
        if (next != _word[_progress])
        {
            return JsonSyntax.Invalid(next, $"in literal {_word} (expecting '{_word[_progress]}')");
        }

        return ++_progress == _word.Length ? Go(_after) : null;
    }

    private string? InNumber(byte next)
    {
        bool isDigit = next is >= (byte)'0' and <= (byte)'9';
        switch (_state)
        {
            case State.Minus:
                return isDigit ? Go(next == '0' ? State.Zero : State.Digits) : JsonSyntax.Invalid(next, "in numeric literal");
            case State.Point:
                return isDigit ? Go(State.Decimals) : JsonSyntax.Invalid(next, "after decimal point in numeric literal");
            case State.Exponent when next is (byte)'+' or (byte)'-':
                return Go(State.ExponentSign);
            case State.Exponent or State.ExponentSign:
                return isDigit ? Go(State.ExponentDigits) : JsonSyntax.Invalid(next, "in exponent of numeric literal");
            case State.Digits or State.Decimals or State.ExponentDigits when isDigit:
                return null;
            case State.Zero or State.Digits when next == '.':
                return Go(State.Point);
            case State.Zero or State.Digits or State.Decimals when next is (byte)'e' or (byte)'E':
                return Go(State.Exponent);
            default:
                _state = _after;
                return Step(next);
        }
    }
}
