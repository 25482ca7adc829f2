namespace Webhooks.Client.Sending;

/// <summary>Takes secrets out of what others say before it gets into messages: a proxy may answer with the request that it got.</summary>
internal static class Redaction
{
    // What is shorter is a word of any text, and no secret.
    private const int ShortestSecret = 8;

    public static string Redact(this string text, params IEnumerable<string?> secrets)
    {
        foreach (string? secret in secrets)
        {
            if (secret is { Length: >= ShortestSecret })
            {
                text = text.Replace(secret, "[redacted]", StringComparison.Ordinal);
            }
        }

        return text;
    }

    /// <summary>One line that a terminal takes no orders from.</summary>
    public static string OnOneLine(this string text) =>
        string.Concat(text.Trim().Select(sign => char.IsControl(sign) ? ' ' : sign));
}
