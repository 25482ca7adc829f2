using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>A claim that somebody renews while he holds it.</summary>
public sealed record Lease : IKubernetesObject<Lease>
{
    /// <inheritdoc />
    public static ResourceType Resource { get; } = new("coordination.k8s.io", "v1", "leases", "Lease", IsNamespaced: true);

    /// <inheritdoc />
    public static JsonTypeInfo<Lease> Json => ObjectsJson.Default.Lease;

    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>Who holds it, and for how long.</summary>
    public LeaseSpec Spec { get => field; init => field = value ?? LeaseSpec.Empty; } = LeaseSpec.Empty;
}
