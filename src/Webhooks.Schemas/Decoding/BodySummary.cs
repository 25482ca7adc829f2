using System.Buffers;
using System.Text;

namespace Webhooks.Schemas.Decoding;

/// <summary>The beginning of a body, as errors show it.</summary>
public static class BodySummary
{
    private const int MostBytes = 30;

    /// <summary>Of an object its text, of anything else its bytes in hexadecimal; 30 of them.</summary>
    public static string Of(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return "<empty>";
        }

        ReadOnlySpan<byte> beginning = body[..Math.Min(body.Length, MostBytes)];
        return (body[0] == '{' ? Text(beginning) : Convert.ToHexStringLower(beginning))
            + (body.Length > MostBytes ? " ..." : "");
    }

    /// <summary>Text as Go writes it in JSON: each byte that is no UTF-8 is one replacement character.</summary>
    public static string Text(ReadOnlySpan<byte> utf8)
    {
        StringBuilder text = new();
        while (!utf8.IsEmpty)
        {
            bool isRead = Rune.DecodeFromUtf8(utf8, out Rune rune, out int length) == OperationStatus.Done;
            text.Append(isRead ? rune.ToString() : "\uFFFD");
            utf8 = utf8[(isRead ? length : 1)..];
        }

        return text.ToString();
    }
}
