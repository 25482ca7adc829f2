using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>The system and programs of a node.</summary>
public sealed record NodeSystemInfo
{
    /// <summary>Without anything.</summary>
    public static NodeSystemInfo Empty { get; } = new();

    /// <summary>Such as <c>v1.36.2</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string KubeletVersion { get => field; init => field = value ?? ""; } = "";

    /// <summary>Such as <c>containerd://2.1.0</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string ContainerRuntimeVersion { get => field; init => field = value ?? ""; } = "";

    /// <summary>Such as <c>linux</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string OperatingSystem { get => field; init => field = value ?? ""; } = "";

    /// <summary>Such as <c>amd64</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Architecture { get => field; init => field = value ?? ""; } = "";
}
