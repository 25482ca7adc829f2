using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>An image that a node has, under all its names.</summary>
/// <remarks>A value, so that a list of them is one array.</remarks>
public readonly record struct ContainerImage
{
    /// <summary>An image without a name or size.</summary>
    public ContainerImage()
    {
    }

    /// <summary>Names with a tag, and with a digest.</summary>
    [JsonConverter(typeof(ListConverter<string>))]
    public ImmutableArray<string> Names { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>How many bytes it takes; 0 where the node does not say.</summary>
    public long SizeBytes { get; init; }

    /// <summary>Whether names, in order, and size are the same.</summary>
    public bool Equals(ContainerImage other) => SizeBytes == other.SizeBytes && Names.SequenceEqual(other.Names);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(SizeBytes, Names.Length);
}
