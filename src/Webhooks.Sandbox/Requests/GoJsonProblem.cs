using System.Text;

namespace Webhooks.Sandbox.Requests;

/// <summary>What Go's <c>encoding/json</c> says of a text that is no JSON value: the character that it did not expect, and why.</summary>
internal static class GoJsonProblem
{
    private static readonly string[] Literals = ["true", "false", "null"];

    /// <summary>The problem of a text whose first value is broken.</summary>
    public static string Of(ReadOnlySpan<byte> text)
    {
        int start = text.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0)
        {
            return "unexpected end of JSON input";
        }

        foreach (string literal in Literals)
        {
            if (text[start] != literal[0])
            {
                continue;
            }

            for (int i = 1; i < literal.Length; i++)
            {
                if (start + i >= text.Length)
                {
                    return "unexpected end of JSON input";
                }

                if (text[start + i] != literal[i])
                {
                    return $"invalid character {Quote(text[(start + i)..])} in literal {literal} (expecting '{literal[i]}')";
                }
            }
        }

        return $"invalid character {Quote(text[start..])} looking for beginning of value";
    }

    private static string Quote(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out Rune rune, out _);
        return rune.Value switch
        {
            '\'' => @"'\''",
            '"' => "'\"'",
            _ => $"'{rune}'",
        };
    }
}
