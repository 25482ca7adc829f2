using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>A machine of the cluster, with what it tells of its images and health.</summary>
public sealed record Node : IKubernetesObject<Node>
{
    /// <inheritdoc />
    public static ResourceType Resource { get; } = new("", "v1", "nodes", "Node", IsNamespaced: false);

    /// <inheritdoc />
    public static JsonTypeInfo<Node> Json => ObjectsJson.Default.Node;

    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>What is wanted of it.</summary>
    public NodeSpec Spec { get => field; init => field = value ?? NodeSpec.Empty; } = NodeSpec.Empty;

    /// <summary>What its kubelet tells.</summary>
    public NodeStatus Status { get => field; init => field = value ?? NodeStatus.Empty; } = NodeStatus.Empty;
}
