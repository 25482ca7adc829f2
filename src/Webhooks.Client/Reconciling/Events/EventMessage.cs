using System.Text;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>What an event may say.</summary>
internal static class EventMessage
{
    /// <summary>How long it may be, in bytes of UTF-8.</summary>
    public const int MostBytes = 1024;

    /// <summary>A text that is Unicode, and not too long: of one that is longer, the characters that fit.</summary>
    public static string Bounded(string text)
    {
        // A character is one byte at least.
        byte[] utf8 = Encoding.UTF8.GetBytes(text, 0, Math.Min(text.Length, MostBytes + 1));
        int end = Math.Min(utf8.Length, MostBytes);
        while (end < utf8.Length && (utf8[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return Encoding.UTF8.GetString(utf8, 0, end);
    }
}
