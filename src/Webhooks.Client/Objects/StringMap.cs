using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Labels, annotations, data: names and their texts, sorted by name.</summary>
/// <remarks>Immutable, equal by content, and small: one array. Names compare to the byte.</remarks>
[JsonConverter(typeof(StringMapConverter))]
[SuppressMessage("Naming", "CA1710", Justification = "Kubernetes calls it a map.")]
public sealed class StringMap : IReadOnlyDictionary<string, string>, IEquatable<StringMap>
{
    private readonly KeyValuePair<string, string>[] _pairs;

    private StringMap(KeyValuePair<string, string>[] pairs) => _pairs = pairs;

    /// <summary>Without any.</summary>
    public static StringMap Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _pairs.Length;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _pairs.Select(pair => pair.Key);

    /// <inheritdoc />
    public IEnumerable<string> Values => _pairs.Select(pair => pair.Value);

    /// <inheritdoc />
    public string this[string key] => TryGetValue(key, out string? value) ? value : throw new KeyNotFoundException($"there is no {key}");

    /// <summary>A map of pairs; where a name comes twice the last one counts.</summary>
    public static StringMap Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        KeyValuePair<string, string>[] sorted =
            [.. pairs.Reverse().DistinctBy(pair => pair.Key, StringComparer.Ordinal).OrderBy(pair => pair.Key, StringComparer.Ordinal)];
        return sorted.Length == 0 ? Empty : new StringMap(sorted);
    }

    /// <inheritdoc />
    public bool ContainsKey(string key) => IndexOf(key) >= 0;

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        int index = IndexOf(key);
        value = index < 0 ? null : _pairs[index].Value;
        return index >= 0;
    }

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_pairs).GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public bool Equals(StringMap? other) => other != null && _pairs.AsSpan().SequenceEqual(other._pairs);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as StringMap);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = default;
        Array.ForEach(_pairs, pair => hash.Add(pair));
        return hash.ToHashCode();
    }

    private int IndexOf(string key)
    {
        int low = 0;
        int high = _pairs.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(_pairs[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }
}
