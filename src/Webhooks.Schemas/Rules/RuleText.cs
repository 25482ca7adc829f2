namespace Webhooks.Schemas.Rules;

/// <summary>The words of a rule, as CEL's lexer tells them from strings and comments.</summary>
internal static class RuleText
{
    /// <summary>Whether a rule speaks of a variable: its name stands by itself, not behind a dot.</summary>
    public static bool Names(string rule, string variable)
    {
        bool isMember = false;
        for (int at = 0; at < rule.Length;)
        {
            int end = EndOf(rule, at);
            ReadOnlySpan<char> token = rule.AsSpan(at, end - at);
            if (!isMember && token.SequenceEqual(variable))
            {
                return true;
            }

            if (!char.IsWhiteSpace(token[0]) && !token.StartsWith("//"))
            {
                isMember = token is ".";
            }

            at = end;
        }

        return false;
    }

    private static int EndOf(string rule, int start)
    {
        int at = start;
        while (at < rule.Length && (char.IsAsciiLetterOrDigit(rule[at]) || rule[at] == '_'))
        {
            at++;
        }

        ReadOnlySpan<char> word = rule.AsSpan(start, at - start);
        if (at < rule.Length && rule[at] is '"' or '\'' && !word.ContainsAnyExcept("rRbB"))
        {
            return EndOfString(rule, at, isRaw: word.ContainsAny('r', 'R'));
        }

        return at > start ? at
            : rule[at] == '`' ? EndAfter(rule, "`", at + 1)
            : rule.AsSpan(at).StartsWith("//") ? EndAfter(rule, "\n", at)
            : at + 1;
    }

    private static int EndOfString(string rule, int start, bool isRaw)
    {
        string quote = new(rule[start], rule.AsSpan(start).StartsWith(new string(rule[start], 3)) ? 3 : 1);
        for (int at = start + quote.Length; at < rule.Length; at++)
        {
            if (rule[at] == '\\' && !isRaw)
            {
                at++;
            }
            else if (rule.AsSpan(at).StartsWith(quote))
            {
                return at + quote.Length;
            }
        }

        return rule.Length;
    }

    private static int EndAfter(string rule, string end, int start) =>
        rule.IndexOf(end, start, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : rule.Length;
}
