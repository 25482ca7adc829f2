namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>Reads what follows <c>(?</c>: the name of a group, or switches.</summary>
internal static class GroupReader
{
    /// <summary>Reads the opening of a group, or switches that stand alone.</summary>
    /// <param name="cursor">At <c>(?</c>.</param>
    /// <param name="flags">The switches in force; those in force from here on.</param>
    /// <returns>The group that opens; <c>null</c> where none does.</returns>
    public static SyntaxNode? Read(PatternCursor cursor, ref SyntaxFlags flags)
    {
        if ((cursor.Left > 4 && cursor.StartsWith("(?P<")) || (cursor.Left > 3 && cursor.StartsWith("(?<")))
        {
            ReadName(cursor);
            return Group(isNumbered: true, flags);
        }

        SyntaxFlags before = flags;
        flags = ReadFlags(cursor, flags, out bool opens);
        return opens ? Group(isNumbered: false, before) : null;
    }

    /// <summary>A group that opens, and when it closes puts the switches back.</summary>
    public static SyntaxNode Group(bool isNumbered, SyntaxFlags before) =>
        new(SyntaxKind.OpenGroup) { IsNumbered = isNumbered, FlagsBefore = before };

    private static void ReadName(PatternCursor cursor)
    {
        int start = cursor.At;
        int nameAt = start + (cursor.Peek(2) == 'P' ? 4 : 3);
        int end = cursor.Text.IndexOf('>', start);
        if (end < 0)
        {
            throw new PatternException(PatternErrorKind.GroupName, cursor.From(start));
        }

        cursor.At = end + 1;
        string name = cursor.Text[nameAt..end];
        if (name.Length == 0 || !name.All(unit => unit == '_' || char.IsAsciiLetterOrDigit(unit)))
        {
            throw cursor.Refused(PatternErrorKind.GroupName, start);
        }
    }

    private static SyntaxFlags ReadFlags(PatternCursor cursor, SyntaxFlags flags, out bool opens)
    {
        int start = cursor.At;
        cursor.At += 2;
        bool isNegative = false;
        bool hasFlag = false;
        while (!cursor.IsAtEnd)
        {
            int next = cursor.Next();
            if (FlagOf(next) is var flag and not SyntaxFlags.None)
            {
                flags = isNegative ? flags & ~flag : flags | flag;
                hasFlag = true;
            }
            else if (next == '-' && !isNegative)
            {
                (isNegative, hasFlag) = (true, false);
            }
            else if (next is ':' or ')' && (hasFlag || !isNegative))
            {
                opens = next == ':';
                return flags;
            }
            else
            {
                break;
            }
        }

        throw cursor.Refused(PatternErrorKind.PerlSyntax, start);
    }

    private static SyntaxFlags FlagOf(int letter) => letter switch
    {
        'i' => SyntaxFlags.FoldsCase,
        'm' => SyntaxFlags.Multiline,
        's' => SyntaxFlags.DotTakesNewline,
        'U' => SyntaxFlags.IsUngreedy,
        _ => SyntaxFlags.None,
    };
}
