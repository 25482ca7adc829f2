using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>Somebody who has a namespace of the cluster.</summary>
public sealed record User : IKubernetesObject<User>
{
    /// <inheritdoc />
    public static ResourceType Resource { get; } = new("users.example.com", "v1", "users", "User", IsNamespaced: false);

    /// <inheritdoc />
    public static JsonTypeInfo<User> Json => ObjectsJson.Default.User;

    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>Who it is, and what is granted.</summary>
    public UserSpec Spec { get => field; init => field = value ?? UserSpec.Empty; } = UserSpec.Empty;

    /// <summary>What has come of it.</summary>
    public UserStatus Status { get => field; init => field = value ?? UserStatus.Empty; } = UserStatus.Empty;
}
