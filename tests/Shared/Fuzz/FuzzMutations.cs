using System.Globalization;
using System.Text;

namespace Webhooks.Shared.Fuzz;

/// <summary>Damages inputs of a corpus, by a seed: the same seed gives the same inputs.</summary>
/// <param name="corpus">What is damaged.</param>
/// <param name="tokens">What is put in between, the words and brackets of the language.</param>
/// <param name="seed">Where to start.</param>
internal sealed class FuzzMutations(IReadOnlyList<byte[]> corpus, IReadOnlyList<string> tokens, int seed)
{
    public const int LongestInput = 64 * 1024;

    private readonly Random _random = new(seed);

    /// <summary>An input of the corpus with one to eight faults, mostly few, of at most <see cref="LongestInput"/> bytes.</summary>
    public byte[] Next()
    {
        List<byte> input = [.. Pick(corpus)];
        for (int faults = 1 + _random.Next(1 << _random.Next(4)); faults > 0; faults--)
        {
            Damage(input);
        }

        return [.. input.Take(LongestInput)];
    }

    private void Damage(List<byte> input)
    {
        int at = _random.Next(input.Count + 1);
        int length = Math.Min(input.Count - at, 1 + _random.Next(1 << _random.Next(8)));
        switch (_random.Next(16))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < input.Count:
                input[at] = (byte)_random.Next(256);
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3 when _random.Next(4) == 0:
                input.RemoveRange(at, input.Count - at);
                break;
            case 4:
                Insert(input, at, [.. Enumerable.Repeat(input.GetRange(at, length), 1 + _random.Next(4)).SelectMany(part => part)]);
                break;
            case 5:
                byte[] other = Pick(corpus);
                int from = _random.Next(other.Length + 1);
                Insert(input, at, other[from..Math.Min(other.Length, from + 1 + _random.Next(64))]);
                break;
            case 6 when _random.Next(16) == 0:
                Insert(input, at, Many());
                break;
            case 7 when _random.Next(4) == 0:
                Insert(input, at, Number());
                break;
            case 8:
                Insert(input, at, Encoding.UTF8.GetBytes(Pick(tokens)));
                break;
            case 9 or 10:
                Repeat(input, at);
                break;
            default:
                Rename(input, at);
                break;
        }
    }

    /// <summary>Puts another letter or digit in the place of the next: most languages then still read the input.</summary>
    private void Rename(List<byte> input, int at)
    {
        at = input.FindIndex(at, next => char.IsAsciiLetterOrDigit((char)next));
        if (at >= 0)
        {
            input[at] = char.IsAsciiDigit((char)input[at]) ? (byte)('0' + _random.Next(10)) : (byte)('a' + _random.Next(4));
        }
    }

    /// <summary>Repeats what stands between the next two brackets or line ends of a kind, separator included.</summary>
    private void Repeat(List<byte> input, int at)
    {
        byte edge = Pick("{[,\n"u8.ToArray());
        int start = input.IndexOf(edge, at);
        int end = start < 0 ? -1 : input.IndexOf(edge, start + 1);
        if (end >= 0)
        {
            Insert(input, start, [.. input.GetRange(start, end - start)]);
        }
    }

    /// <summary>A token or two, hundreds or thousands of times: nesting, runs and floods.</summary>
    private byte[] Many()
    {
        string token = Pick(tokens) + (_random.Next(2) == 0 ? Pick(tokens) : "");
        int most = Math.Min(LongestInput / Math.Max(1, token.Length), 1 << _random.Next(4, 15));
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(token, most)));
    }

    private byte[] Number()
    {
        string digits = new((char)('0' + _random.Next(10)), 1 + _random.Next(1 << _random.Next(12)));
        return Encoding.UTF8.GetBytes(_random.Next(6) switch
        {
            0 => "-" + digits,
            1 => "1e" + digits,
            2 => "1e-" + digits,
            3 => "0." + digits,
            4 => _random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
            _ => digits,
        });
    }

    private static void Insert(List<byte> input, int at, byte[] part)
    {
        if (input.Count + part.Length <= LongestInput)
        {
            input.InsertRange(at, part);
        }
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
