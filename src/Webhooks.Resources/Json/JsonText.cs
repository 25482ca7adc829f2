using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>JSON text of single values: quoting, and excerpts for messages.</summary>
public static class JsonText
{
    private const int LongestExcerpt = 64;

    /// <summary>The string in quotes, escaped as <see cref="JsonWriter"/> does.</summary>
    public static string Quote(string text)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteString(text);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The text for a message: at most 64 bytes of it, an ellipsis in place of the rest.</summary>
    public static string Shorten(ReadOnlySpan<byte> raw)
    {
        if (raw.Length <= LongestExcerpt)
        {
            return Encoding.UTF8.GetString(raw);
        }

        int end = LongestExcerpt;
        while (end > 0 && (raw[end] & 0xC0) == 0x80)
        {
            // Inside of a character.
            end--;
        }

        return Encoding.UTF8.GetString(raw[..end]) + "…";
    }
}
