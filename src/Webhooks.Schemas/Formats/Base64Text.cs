using System.Buffers;

namespace Webhooks.Schemas.Formats;

/// <summary>Base64 with the standard alphabet and padding; not empty, no white space.</summary>
internal static class Base64Text
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    public static bool IsWellFormed(string text)
    {
        ReadOnlySpan<char> digits = text.EndsWith("==", StringComparison.Ordinal) ? text.AsSpan(0, text.Length - 2)
            : text.EndsWith('=') ? text.AsSpan(0, text.Length - 1)
            : text;
        return text.Length > 0 && text.Length % 4 == 0 && !digits.ContainsAnyExcept(Alphabet);
    }
}
