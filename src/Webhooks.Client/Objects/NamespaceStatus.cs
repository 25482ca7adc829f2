using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>How far a namespace is.</summary>
public sealed record NamespaceStatus
{
    /// <summary>Without anything.</summary>
    public static NamespaceStatus Empty { get; } = new();

    /// <summary><c>Active</c>, or <c>Terminating</c>: it takes no new objects, and goes when the old ones are gone.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Phase { get => field; init => field = value ?? ""; } = "";

    /// <summary>What keeps it from going.</summary>
    [JsonConverter(typeof(ListConverter<ObjectCondition>))]
    public ImmutableArray<ObjectCondition> Conditions { get => field; init => field = value.IsDefault ? [] : value; } = [];
}
