using System.Text;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>Secret bytes by name. Its text, for logs and debuggers, has their names alone.</summary>
public sealed record Secret : IKubernetesObject<Secret>
{
    /// <inheritdoc />
    public static ResourceType Resource { get; } = new("", "v1", "secrets", "Secret", IsNamespaced: true);

    /// <inheritdoc />
    public static JsonTypeInfo<Secret> Json => ObjectsJson.Default.Secret;

    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>What it is for, such as <c>kubernetes.io/tls</c>; empty lets the server choose <c>Opaque</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Type { get => field; init => field = value ?? ""; } = "";

    /// <summary>The bytes.</summary>
    public SecretData Data { get => field; init => field = value ?? SecretData.Empty; } = SecretData.Empty;

    /// <summary>Whether it can't be changed any more, only deleted; <c>null</c> where nobody says.</summary>
    public bool? Immutable { get; init; }

    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Resource).Append(' ').Append(ObjectKey.Of(this)).Append(", ").Append(Data);
        return true;
    }
}
