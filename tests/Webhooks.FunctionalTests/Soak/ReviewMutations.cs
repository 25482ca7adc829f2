using System.Text.Json;
using Webhooks.Shared.Fuzz;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>
/// Recorded reviews, mutated: half of them damaged anywhere, as no JSON, the other half still JSON, with values in the
/// places of others. By a seed; not thread safe.
/// </summary>
internal sealed class ReviewMutations(int seed)
{
    private const int MostSwaps = 4;

    private static readonly (byte[] Text, Range[] Values)[] Corpus = [.. Reviews.Recorded.Select(review => (review, ValuesOf(review)))];

    private static readonly string[] Words =
    [
        .. JsonTokens.All, "\"initializer.kubernetes.io/logging-agent\":\"true\",", "\"initializer.kubernetes.io/work-dir\":\"true\",",
        "\"annotations\":{", "\"containers\":[", "\"initContainers\":[", "\"volumes\":[", "\"name\":\"x\",", "\"request\":", "\"object\":", "\"oldObject\":",
        "\"operation\":\"UPDATE\",", "\"uid\":\"1\",", "\"status\":", "[[[[[[[[", "{\"a\":{\"a\":{\"a\":",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "99999999999999999999999999", "0.1", "\"\"", "\"true\"", "[]", "{}", "[null]", "[[]]", "{\"a\":null}", "\"\\ud800\"",
        "{\"a\":1,\"a\":2}", "\"" + new string('x', 5000) + "\"", string.Concat(Enumerable.Repeat("[", 2000)) + string.Concat(Enumerable.Repeat("]", 2000)),
    ];

    private readonly Random _random = new(seed);
    private readonly FuzzMutations _damage = new(Reviews.Recorded, Words, seed);

    /// <summary>The next one.</summary>
    public byte[] Next() => _random.Next(2) == 0 ? _damage.Next() : Swapped();

    private byte[] Swapped()
    {
        (byte[] text, Range[] values) = Corpus[_random.Next(Corpus.Length)];
        List<(Range Place, ReadOnlyMemory<byte> Value)> changes = [];
        for (int swaps = 1 + _random.Next(MostSwaps); swaps > 0; swaps--)
        {
            changes.Add((values[_random.Next(values.Length)], Value()));
        }

        List<byte> mutated = [];
        int done = 0;
        foreach ((Range place, ReadOnlyMemory<byte> value) in changes.OrderBy(change => change.Place.Start.Value))
        {
            // One in another goes with it.
            if (place.Start.Value >= done)
            {
                mutated.AddRange(text.AsSpan(done..place.Start.Value));
                mutated.AddRange(value.Span);
                done = place.End.Value;
            }
        }

        mutated.AddRange(text.AsSpan(done));
        return [.. mutated];
    }

    /// <summary>One from anywhere in the corpus, or a queer one.</summary>
    private ReadOnlyMemory<byte> Value()
    {
        if (_random.Next(3) == 0)
        {
            return System.Text.Encoding.UTF8.GetBytes(Values[_random.Next(Values.Length)]);
        }

        (byte[] text, Range[] values) = Corpus[_random.Next(Corpus.Length)];
        return text.AsMemory(values[_random.Next(values.Length)]);
    }

    /// <summary>Where the values of a document stand.</summary>
    private static Range[] ValuesOf(byte[] text)
    {
        List<Range> values = [];
        Stack<int> open = [];
        Utf8JsonReader reader = new(text);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push((int)reader.TokenStartIndex);
            }
            else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                values.Add(open.Pop()..(int)reader.BytesConsumed);
            }
            else if (reader.TokenType != JsonTokenType.PropertyName)
            {
                values.Add((int)reader.TokenStartIndex..(int)reader.BytesConsumed);
            }
        }

        return [.. values];
    }
}
