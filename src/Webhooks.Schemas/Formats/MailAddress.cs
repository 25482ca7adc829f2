using System.Text;
using Webhooks.Resources.Names;

namespace Webhooks.Schemas.Formats;

/// <summary>One mail address, with or without a name, read as <c>mail.ParseAddress</c> of Go does: RFC 5322 with its liberties.</summary>
internal sealed class MailAddress
{
    private const string Specials = "()<>[]:;@\\,\"";

    private readonly string _text;
    private int _at;

    private MailAddress(string text)
    {
        _text = text;
    }

    public static bool IsWellFormed(string text)
    {
        MailAddress reader = new(text);
        return reader.ReadAddress(takesGroup: true) == 1 && reader.SkipComments() && reader.IsAtEnd;
    }

    private bool IsAtEnd => _at == _text.Length;

    private char Next => IsAtEnd ? '\0' : _text[_at];

    /// <summary>Reads a mailbox or a group.</summary>
    /// <returns>How many addresses it has; -1 where there is none to be read.</returns>
    private int ReadAddress(bool takesGroup)
    {
        SkipSpace();
        int start = _at;
        if (ReadSpecification())
        {
            SkipSpace();
            return Next != '(' || (ReadComment() is { } name && !name.Split(' ', '\t').Any(EncodedWord.HasUnknownCharset)) ? 1 : -1;
        }

        _at = start;
        if (Next != '<' && !ReadPhrase())
        {
            return -1;
        }

        SkipSpace();
        if (takesGroup && Take(':'))
        {
            return ReadGroup();
        }

        return Take('<') && ReadSpecification() && Take('>') ? 1 : -1;
    }

    private int ReadGroup()
    {
        int count = 0;
        SkipSpace();
        if (Take(';'))
        {
            return SkipComments() ? 0 : -1;
        }

        do
        {
            SkipSpace();
            if (ReadAddress(takesGroup: false) != 1 || !SkipComments())
            {
                return -1;
            }

            count++;
            if (Take(';'))
            {
                return SkipComments() ? count : -1;
            }
        }
        while (Take(','));
        return -1;
    }

    /// <summary>Reads <c>local@domain</c>.</summary>
    private bool ReadSpecification()
    {
        SkipSpace();
        int start = _at;
        bool hasLocal = Next == '"' ? ReadQuoted() && _at - start > 2 : ReadAtom(isPermissive: false);
        if (!hasLocal || !Take('@'))
        {
            return false;
        }

        SkipSpace();
        return Next == '[' ? ReadLiteral() : ReadAtom(isPermissive: false);
    }

    private bool ReadPhrase()
    {
        int words = 0;
        while (words == 0 || SkipComments())
        {
            SkipSpace();
            int start = _at;
            bool isQuoted = Next == '"';
            if (!(isQuoted ? ReadQuoted() : ReadAtom(isPermissive: true)) || (!isQuoted && EncodedWord.HasUnknownCharset(_text[start.._at])))
            {
                return words > 0;
            }

            words++;
        }

        return false;
    }

    private bool ReadAtom(bool isPermissive)
    {
        int start = _at;
        while (!IsAtEnd && IsVisible(Next) && !Specials.Contains(Next, StringComparison.Ordinal))
        {
            _at++;
        }

        ReadOnlySpan<char> atom = _text.AsSpan(start, _at - start);
        return !atom.IsEmpty && (isPermissive || !(atom[0] == '.' || atom[^1] == '.' || atom.Contains("..", StringComparison.Ordinal)));
    }

    private bool ReadQuoted()
    {
        for (_at++; !IsAtEnd; _at++)
        {
            if (Next == '"')
            {
                _at++;
                return true;
            }

            _at += Next == '\\' ? 1 : 0;
            if (!IsVisible(Next) && !IsBlank(Next))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Reads an IP address in brackets.</summary>
    private bool ReadLiteral()
    {
        int end = _text.IndexOf(']', _at);
        bool isAddress = end > 0 && IpAddress.IsAddress(_text[(_at + 1)..end], allowsZeros: false, out _);
        _at = isAddress ? end + 1 : _at;
        return isAddress;
    }

    /// <summary>Reads what stands in parentheses, which may have others in them.</summary>
    /// <returns>What it says; <c>null</c> where it does not end.</returns>
    private string? ReadComment()
    {
        StringBuilder comment = new();
        int depth = 1;
        for (_at++; !IsAtEnd; _at++)
        {
            depth += Next == '(' ? 1 : Next == ')' ? -1 : 0;
            if (depth == 0)
            {
                _at++;
                return comment.ToString();
            }

            _at += Next == '\\' && _at + 1 < _text.Length ? 1 : 0;
            comment.Append(Next);
        }

        return null;
    }

    private bool SkipComments()
    {
        SkipSpace();
        while (Next == '(')
        {
            if (ReadComment() == null)
            {
                return false;
            }

            SkipSpace();
        }

        return true;
    }

    private void SkipSpace()
    {
        while (IsBlank(Next))
        {
            _at++;
        }
    }

    private bool Take(char character)
    {
        bool isThere = Next == character && !IsAtEnd;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private static bool IsVisible(char unit) => unit is (>= '!' and <= '~') or >= '\x80';

    private static bool IsBlank(char unit) => unit is ' ' or '\t';
}
