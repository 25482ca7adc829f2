using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Requests;

/// <summary>Numbers as Go's <c>strconv</c> reads them, and what it says of others.</summary>
internal static class GoNumbers
{
    /// <summary>Reads a resource version: digits only, 64 bits.</summary>
    /// <returns>The error in Go's words, or <c>null</c>.</returns>
    public static string? TryReadVersion(string text, out long version)
    {
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number))
        {
            // A version beyond 63 bits is one that never comes.
            version = (long)Math.Min(number, long.MaxValue);
            return null;
        }

        version = 0;
        return $"strconv.ParseUint: parsing {GoString.Quote(text)}: {Problem(text)}";
    }

    /// <summary>What is wrong with a text that is no number.</summary>
    public static string Problem(string text) =>
        text.Length > 0 && text.TrimStart('-', '+').All(char.IsAsciiDigit) && text.TrimStart('-', '+').Length > 18
            ? "value out of range"
            : "invalid syntax";

    /// <summary>A failure with nothing but a message and a code, as errors that are no API errors are answered.</summary>
    public static Status Plain(string message) =>
        new() { Outcome = StatusOutcome.Failure, Message = message, Code = 500 };
}
