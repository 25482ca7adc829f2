using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Which program noticed something.</summary>
public sealed record EventSource
{
    /// <summary>Without anything.</summary>
    public static EventSource Empty { get; } = new();

    /// <summary>The program.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Component { get => field; init => field = value ?? ""; } = "";

    /// <summary>The node it runs on; empty where that says nothing.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Host { get => field; init => field = value ?? ""; } = "";
}
