using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Webhooks.Client.Objects;

/// <summary>Short texts that come again and again, each kept once: keys of labels, types and reasons of conditions.</summary>
/// <remarks>
/// Thread safe, without locks. Bounded: it has as many places as it ever has, and a text takes the place of another that
/// belongs there too. What it forgets is still right, and only twice in memory.
/// </remarks>
internal static class TextPool
{
    private const int Places = 2048;
    private const int MostBytes = 128;

    private static readonly string?[] Texts = new string?[Places];

    /// <summary>The text that the reader stands at, perhaps one that was read before.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length > MostBytes || !Ascii.IsValid(reader.ValueSpan))
        {
            return reader.GetString()!;
        }

        ref string? place = ref Texts[PlaceOf(reader.ValueSpan)];
        string? known = Volatile.Read(ref place);
        if (known != null && Ascii.Equals(reader.ValueSpan, known))
        {
            return known;
        }

        string text = reader.GetString()!;
        Volatile.Write(ref place, text);
        return text;
    }

    // FNV, and its upper half, which depends on every byte. That strangers can find texts of one place does not matter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte one in text)
        {
            hash = (hash ^ one) * 1099511628211;
        }

        return (int)(hash >> (64 - BitOperations.Log2(Places)));
    }
}
