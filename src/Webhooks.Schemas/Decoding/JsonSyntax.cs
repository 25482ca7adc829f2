using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Decoding;

/// <summary>What Go's <c>encoding/json</c> says of text that is no JSON.</summary>
public static class JsonSyntax
{
    /// <summary>The first problem, such as <c>invalid character '}' after top-level value</c>; <c>null</c> for one JSON value.</summary>
    /// <remarks>No recursion. Cost: linear, two bits of memory per open container.</remarks>
    public static string? Problem(ReadOnlySpan<byte> text)
    {
        JsonSyntaxReading reading = new();
        foreach (byte next in text)
        {
            if (reading.Step(next) is { } problem)
            {
                return problem;
            }
        }

        // The end of the text is read as a space, which ends a number.
        return reading.Step((byte)' ') ?? (reading.IsComplete ? null : "unexpected end of JSON input");
    }

    /// <summary>The problem with a character.</summary>
    internal static string Invalid(byte character, string where)
    {
        string shown = character switch
        {
            (byte)'\'' => "'\\''",
            (byte)'"' => "'\"'",
            _ => $"'{GoString.Quote(((char)character).ToString())[1..^1]}'",
        };
        return $"invalid character {shown} {where}";
    }
}
