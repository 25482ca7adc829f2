namespace Webhooks.Client.Objects;

/// <summary>The metadata of an object of any kind.</summary>
public sealed record PartialObjectMetadata : IKubernetesObject
{
    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;
}
