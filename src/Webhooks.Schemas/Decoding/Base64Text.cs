namespace Webhooks.Schemas.Decoding;

/// <summary>Base64 as Go's <c>StdEncoding</c> reads it: padded, line breaks passed over, loose bits at the end ignored.</summary>
public static class Base64Text
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The octets; <c>null</c> for what is no base64, and then the place that Go names.</summary>
    public static byte[]? Decode(string text, out int badOffset)
    {
        ReadOnlySpan<byte> source = System.Text.Encoding.UTF8.GetBytes(text);
        badOffset = 0;
        List<byte> octets = new(source.Length / 4 * 3);
        int position = 0;
        while (position < source.Length)
        {
            if (!Quantum(source, ref position, octets, out badOffset))
            {
                return null;
            }
        }

        return [.. octets];
    }

    /// <summary>Reads four characters; padding ends the text.</summary>
    private static bool Quantum(ReadOnlySpan<byte> source, ref int position, List<byte> octets, out int badOffset)
    {
        int bits = 0;
        int count = 0;
        badOffset = 0;
        while (count < 4)
        {
            if (position == source.Length)
            {
                badOffset = position - count;
                return count == 0;
            }

            byte next = source[position++];
            int digit = Alphabet.IndexOf((char)next, StringComparison.Ordinal);
            if (digit >= 0)
            {
                bits = (bits << 6) | digit;
                count++;
            }
            else if (next == '=')
            {
                return Padding(source, ref position, octets, (bits, count), out badOffset);
            }
            else if (next is not ((byte)'\n' or (byte)'\r'))
            {
                badOffset = position - 1;
                return false;
            }
        }

        octets.AddRange([(byte)(bits >> 16), (byte)(bits >> 8), (byte)bits]);
        return true;
    }

    private static bool Padding(ReadOnlySpan<byte> source, ref int position, List<byte> octets, (int Bits, int Count) read, out int badOffset)
    {
        badOffset = position - 1;
        if (read.Count < 2)
        {
            return false;
        }

        if (read.Count == 2)
        {
            SkipBreaks(source, ref position);
            if (position == source.Length || source[position] != '=')
            {
                badOffset = position == source.Length ? source.Length : position - 1;
                return false;
            }

            position++;
        }

        SkipBreaks(source, ref position);
        badOffset = position;
        int bits = read.Bits << (6 * (4 - read.Count));
        octets.Add((byte)(bits >> 16));
        if (read.Count == 3)
        {
            octets.Add((byte)(bits >> 8));
        }

        return position == source.Length;
    }

    private static void SkipBreaks(ReadOnlySpan<byte> source, ref int position)
    {
        while (position < source.Length && source[position] is ((byte)'\n' or (byte)'\r'))
        {
            position++;
        }
    }
}
