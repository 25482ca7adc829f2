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
        return (body[0] == '{' ? Encoding.UTF8.GetString(beginning) : Convert.ToHexStringLower(beginning))
            + (body.Length > MostBytes ? " ..." : "");
    }
}
