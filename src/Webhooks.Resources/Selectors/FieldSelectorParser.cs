using System.Text;

namespace Webhooks.Resources.Selectors;

/// <summary>Reads the text of a field selector as <c>fields.ParseSelector</c> does, down to the words of its errors.</summary>
internal static class FieldSelectorParser
{
    /// <summary>The terms in the order of their texts, or null and the error.</summary>
    public static List<FieldTerm>? Parse(string text, out string? error)
    {
        error = null;
        List<FieldTerm> terms = [];
        foreach (string part in Split(text).Order(StringComparer.Ordinal))
        {
            if (part.Length == 0)
            {
                continue;
            }

            int sign = part.IndexOf('=', StringComparison.Ordinal);
            if (sign < 0)
            {
                error = $"invalid selector: '{text}'; can't understand '{part}'";
                return null;
            }

            bool isEqual = sign == 0 || part[sign - 1] != '!';
            int value = isEqual && part.AsSpan(sign + 1).StartsWith('=') ? sign + 2 : sign + 1;
            if (Unescape(part[value..], out error) is not { } unescaped)
            {
                return null;
            }

            terms.Add(new FieldTerm(part[..(isEqual ? sign : sign - 1)], isEqual, unescaped));
        }

        return terms;
    }

    /// <summary>The parts between commas; one after a backslash separates nothing.</summary>
    private static List<string> Split(string text)
    {
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == ',')
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static string? Unescape(string text, out string? error)
    {
        error = null;
        StringBuilder value = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < text.Length && text[i + 1] is '\\' or ',' or '=':
                    value.Append(text[++i]);
                    break;
                case '\\':
                    error = $"invalid field selector: invalid escape sequence: \\{string.Concat(text[(i + 1)..].EnumerateRunes().Take(1))}";
                    return null;
                case ',' or '=':
                    // Go prints the character's number.
                    error = $"invalid field selector: unescaped character in value: {(int)text[i]}";
                    return null;
                default:
                    value.Append(text[i]);
                    break;
            }
        }

        return value.ToString();
    }
}
