using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>Tokens of a pointer read as array indices (RFC 6901 section 4): digits without leading zeros.</summary>
internal static class ArrayIndex
{
    /// <summary>The index that a token says; <see cref="int.MaxValue"/> for one beyond 31 bits.</summary>
    /// <returns>False when the token is no index.</returns>
    public static bool TryParse(string token, out int index)
    {
        index = 0;
        if (token.Length == 0 || (token[0] == '0' && token.Length > 1))
        {
            return false;
        }

        long value = 0;
        foreach (char digit in token)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = Math.Min(int.MaxValue, (value * 10) + (digit - '0'));
        }

        index = (int)value;
        return true;
    }

    /// <summary>The value that the tokens from <paramref name="first"/> on lead to; missing when there is none.</summary>
    public static JsonValue Walk(JsonValue value, IReadOnlyList<string> tokens, int first)
    {
        for (int i = first; i < tokens.Count && !value.IsMissing; i++)
        {
            value = value.Kind == JsonKind.Array ? Item(value, tokens[i]) : value[tokens[i]];
        }

        return value;
    }

    private static JsonValue Item(JsonValue array, string token)
    {
        if (!TryParse(token, out int index) || index >= array.Count)
        {
            return default;
        }

        JsonCursor cursor = new(array);
        for (int i = 0; i <= index; i++)
        {
            cursor.MoveNext();
        }

        return cursor.Value;
    }
}
