using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>What keeps Pods off a node that do not tolerate it.</summary>
public sealed record Taint
{
    /// <summary>Such as <c>node.kubernetes.io/not-ready</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Key { get => field; init => field = value ?? ""; } = "";

    /// <summary>Empty where the key says all.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Value { get => field; init => field = value ?? ""; } = "";

    /// <summary>What comes of it: <c>NoSchedule</c>, <c>PreferNoSchedule</c>, <c>NoExecute</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Effect { get => field; init => field = value ?? ""; } = "";
}
