using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Names and their secret bytes. Its text has the names alone.</summary>
/// <remarks>Immutable; equal when it is the same one. Nobody may change the bytes that it was made of.</remarks>
[JsonConverter(typeof(SecretDataConverter))]
public sealed class SecretData
{
    private readonly ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> _values;

    private SecretData(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> values) => _values = values;

    /// <summary>Without any.</summary>
    public static SecretData Empty { get; } = new(ImmutableSortedDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));

    /// <summary>The names, sorted.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    /// <summary>Data of these; where a name comes twice the last one counts.</summary>
    public static SecretData Of(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> values) => new(Empty._values.SetItems(values));

    /// <summary>True, with the bytes, where the name is there.</summary>
    public bool TryGet(string name, out ReadOnlyMemory<byte> value) => _values.TryGetValue(name, out value);

    /// <summary>The names, and never the bytes: <c>[tls.crt, tls.key]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _values.Keys)}]";
}
