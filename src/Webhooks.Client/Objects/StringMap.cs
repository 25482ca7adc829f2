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
    /// <remarks>Pairs in order, as API servers send them, are copied once and not sorted.</remarks>
    public static StringMap Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        KeyValuePair<string, string>[] all = [.. pairs];
        if (all.Length == 0)
        {
            return Empty;
        }

        return new StringMap(IsInOrder(all) ? all : Sorted(all));
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

    private static bool IsInOrder(KeyValuePair<string, string>[] pairs)
    {
        for (int i = 1; i < pairs.Length; i++)
        {
            if (string.CompareOrdinal(pairs[i - 1].Key, pairs[i].Key) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private static KeyValuePair<string, string>[] Sorted(KeyValuePair<string, string>[] pairs)
    {
        SortedDictionary<string, string> sorted = new(StringComparer.Ordinal);
        foreach ((string key, string value) in pairs)
        {
            sorted[key] = value;
        }

        return [.. sorted];
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
