using System.Text;

namespace Webhooks.Client.Requests;

/// <summary>Tells texts that can be sent from those that can't.</summary>
internal static class RequestText
{
    /// <exception cref="ArgumentException">There is half a surrogate pair in it, which would be sent as another text.</exception>
    public static void ThrowIfNoUnicode(string text, string what)
    {
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out int length) != System.Buffers.OperationStatus.Done)
            {
                throw new ArgumentException($"the {what} is no Unicode: it has half a surrogate pair", nameof(text));
            }

            rest = rest[length..];
        }
    }
}
