namespace Webhooks.Client.Requests;

/// <summary>Writes parts of paths. A part is one part when it arrives, and the one that was meant.</summary>
internal static class RequestPath
{
    /// <summary>A part, escaped.</summary>
    /// <param name="part">Whatever may be a name or a namespace.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="ArgumentException">No object has such a name: it would be another path, or another name.</exception>
    public static string Escape(string part, string what)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (part.Length == 0)
        {
            throw new ArgumentException($"the {what} is empty; give one", nameof(part));
        }

        if (part is "." or "..")
        {
            throw new ArgumentException($"the {what} may not be \"{part}\": it would lead to another path", nameof(part));
        }

        if (part.AsSpan().IndexOfAny('/', '%') is >= 0 and var index)
        {
            throw new ArgumentException($"the {what} \"{part}\" may not contain '{part[index]}': it would lead to another path", nameof(part));
        }

        RequestText.ThrowIfNoUnicode(part, what);
        return Uri.EscapeDataString(part);
    }
}
