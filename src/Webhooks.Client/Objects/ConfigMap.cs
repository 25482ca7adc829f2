using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>A ConfigMap, without <c>binaryData</c>.</summary>
public sealed record ConfigMap : IKubernetesObject<ConfigMap>
{
    /// <inheritdoc />
    public static ResourceType Resource { get; } = new("", "v1", "configmaps", "ConfigMap", IsNamespaced: true);

    /// <inheritdoc />
    public static JsonTypeInfo<ConfigMap> Json => ObjectsJson.Default.ConfigMap;

    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>Its texts.</summary>
    public StringMap Data { get => field; init => field = value ?? StringMap.Empty; } = StringMap.Empty;
}
