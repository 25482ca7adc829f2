using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Webhooks.Resources.Names;

/// <summary>Reads and writes IP addresses as Go's <c>net.ParseIP</c> of 1.16 and <c>net.IP.String</c> do.</summary>
internal static class IpText
{
    /// <summary>Bytes of an address; IPv4 stands in the last four.</summary>
    public const int Length = 16;

    private static ReadOnlySpan<byte> MappedPrefix => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF];

    public static bool IsMapped(ReadOnlySpan<byte> bytes) => bytes.StartsWith(MappedPrefix);

    /// <summary>True when <paramref name="text"/> is an address; <paramref name="zeros"/>: with zeros that make it ambiguous.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<byte> bytes, out bool isV4, out bool zeros)
    {
        bytes.Clear();
        zeros = false;
        isV4 = text.IndexOfAny('.', ':') is var first and >= 0 && text[first] == '.';
        return isV4 ? TryReadV4(text, bytes[12..], ref zeros) : TryReadV6(text, bytes, ref zeros);
    }

    public static string Write(ReadOnlySpan<byte> bytes, bool isV4) =>
        isV4 ? $"{bytes[12]}.{bytes[13]}.{bytes[14]}.{bytes[15]}" : WriteV6(bytes);

    private static bool TryReadV4(ReadOnlySpan<char> text, Span<byte> bytes, ref bool zeros)
    {
        int count = 0;
        foreach (Range range in text.Split('.'))
        {
            ReadOnlySpan<char> octet = text[range];
            if (count == 4 || !TryReadNumber(octet, NumberStyles.None, byte.MaxValue, out int value))
            {
                return false;
            }

            zeros |= octet.Length > 1 && octet[0] == '0';
            bytes[count++] = (byte)value;
        }

        return count == 4;
    }

    private static bool TryReadV6(ReadOnlySpan<char> text, Span<byte> bytes, ref bool zeros)
    {
        int ellipsis = -1;
        int filled = 0;
        if (text.StartsWith("::"))
        {
            ellipsis = 0;
            text = text[2..];
        }

        while (!text.IsEmpty)
        {
            int end = text.IndexOf(':');
            ReadOnlySpan<char> group = end < 0 ? text : text[..end];
            if (group.Contains('.'))
            {
                // An IPv4 tail, which Go takes after "::" or in the last four bytes only.
                if (end >= 0 || filled > 12 || (ellipsis < 0 && filled != 12) || !TryReadV4(group, bytes.Slice(filled, 4), ref zeros))
                {
                    return false;
                }

                filled += 4;
                break;
            }

            if (filled == Length || !TryReadNumber(group, NumberStyles.AllowHexSpecifier, ushort.MaxValue, out int value))
            {
                return false;
            }

            zeros |= group.Length > 4;
            BinaryPrimitives.WriteUInt16BigEndian(bytes[filled..], (ushort)value);
            filled += 2;
            if (end < 0)
            {
                break;
            }

            text = text[(end + 1)..];
            if (text is [':', ..])
            {
                if (ellipsis >= 0)
                {
                    return false;
                }

                ellipsis = filled;
                text = text[1..];
            }
            else if (text.IsEmpty)
            {
                return false;
            }
        }

        return Expand(bytes, filled, ellipsis);
    }

    /// <summary>Moves what stands after "::" to the end; "::" stands for one group at least.</summary>
    private static bool Expand(Span<byte> bytes, int filled, int ellipsis)
    {
        if (ellipsis < 0 || filled == Length)
        {
            return ellipsis < 0 && filled == Length;
        }

        Span<byte> tail = bytes[ellipsis..filled];
        tail.CopyTo(bytes[(Length - tail.Length)..]);
        bytes[ellipsis..(Length - tail.Length)].Clear();
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> digits, NumberStyles style, int most, out int value)
    {
        // Leading zeros are dropped first: any number of them is read, and what is longer is too great.
        ReadOnlySpan<char> significant = digits.TrimStart('0');
        value = 0;
        return !digits.IsEmpty
            && !digits.Contains('\0')
            && (significant.IsEmpty
                || (significant.Length <= 4
                    && int.TryParse(significant, style, CultureInfo.InvariantCulture, out value)
                    && value <= most));
    }

    private static string WriteV6(ReadOnlySpan<byte> bytes)
    {
        (int start, int length) = LongestZeros(bytes);
        StringBuilder text = new(39);
        for (int i = 0; i < Length; i += 2)
        {
            if (i == start)
            {
                text.Append("::");
                i += length - 2;
                continue;
            }

            if (i > 0 && text[^1] != ':')
            {
                text.Append(':');
            }

            text.Append(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]):x}");
        }

        return text.ToString();
    }

    /// <summary>The first of the longest runs of zero groups, in bytes; none when no run has two groups.</summary>
    private static (int Start, int Length) LongestZeros(ReadOnlySpan<byte> bytes)
    {
        (int start, int longest) = (-1, 2);
        for (int i = 0; i < Length; i += 2)
        {
            int end = i;
            while (end < Length && bytes[end] == 0 && bytes[end + 1] == 0)
            {
                end += 2;
            }

            if (end - i > longest)
            {
                (start, longest) = (i, end - i);
            }

            i = Math.Max(i, end - 2);
        }

        return (start, longest);
    }
}
