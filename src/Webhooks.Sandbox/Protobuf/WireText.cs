using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>Text on the wire, which nothing holds to be UTF-8.</summary>
internal static class WireText
{
    /// <summary>The text as Go writes it to JSON: U+FFFD for each byte that is not UTF-8.</summary>
    public static string Read(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            bool isValid = Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == OperationStatus.Done;
            text.Append(isValid ? rune.ToString() : "\uFFFD");
            bytes = bytes[(isValid ? length : 1)..];
        }

        return text.ToString();
    }
}
