namespace Webhooks.Resources.Yaml;

/// <summary>Base64 as Go's <c>StdEncoding</c> reads it: padded, line breaks passed over, no other blanks.</summary>
public static class GoBase64
{
    /// <summary>Decodes a text; no content for one that is no base64.</summary>
    /// <returns>False when it is none.</returns>
    public static bool TryDecode(string text, out byte[] octets)
    {
        octets = [];
        string compact = text.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal);
        if (compact.Length % 4 != 0 || compact.AsSpan().IndexOfAny(" \t") >= 0)
        {
            return false;
        }

        byte[] buffer = new byte[compact.Length / 4 * 3];
        if (!Convert.TryFromBase64String(compact, buffer, out int written))
        {
            return false;
        }

        octets = buffer[..written];
        return true;
    }
}
