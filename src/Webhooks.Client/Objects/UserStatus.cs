using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>What has come of a user.</summary>
public sealed record UserStatus
{
    /// <summary>Without anything.</summary>
    public static UserStatus Empty { get; } = new();

    /// <summary>The namespace, chosen once; empty until it is.</summary>
    public string Namespace { get => field; init => field = value ?? ""; } = "";

    /// <summary>The generation that all this was seen at; 0 for none.</summary>
    public long ObservedGeneration { get; init; }

    /// <summary>What holds, and what does not.</summary>
    [JsonConverter(typeof(ListConverter<ObjectCondition>))]
    public ImmutableArray<ObjectCondition> Conditions { get => field; init => field = value.IsDefault ? [] : value; } = [];
}
