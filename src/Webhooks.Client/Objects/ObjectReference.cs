using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Which object something is about.</summary>
public sealed record ObjectReference
{
    /// <summary>Without anything.</summary>
    public static ObjectReference Empty { get; } = new();

    /// <summary>Such as <c>apps/v1</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string ApiVersion { get => field; init => field = value ?? ""; } = "";

    /// <summary>Such as <c>Deployment</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Kind { get => field; init => field = value ?? ""; } = "";

    /// <summary>Empty for what is in none.</summary>
    public string Namespace { get => field; init => field = value ?? ""; } = "";

    /// <summary>What the object is called.</summary>
    public string Name { get => field; init => field = value ?? ""; } = "";

    /// <summary>What tells it from others that had its name before.</summary>
    public string Uid { get => field; init => field = value ?? ""; } = "";

    /// <summary>At which version of it; empty where that says nothing.</summary>
    public string ResourceVersion { get => field; init => field = value ?? ""; } = "";
}
