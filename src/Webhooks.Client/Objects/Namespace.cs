using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>A namespace, with how far it is.</summary>
public sealed record Namespace : IKubernetesObject<Namespace>
{
    /// <inheritdoc />
    public static ResourceType Resource { get; } = new("", "v1", "namespaces", "Namespace", IsNamespaced: false);

    /// <inheritdoc />
    public static JsonTypeInfo<Namespace> Json => ObjectsJson.Default.Namespace;

    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>How far it is.</summary>
    public NamespaceStatus Status { get => field; init => field = value ?? NamespaceStatus.Empty; } = NamespaceStatus.Empty;
}
