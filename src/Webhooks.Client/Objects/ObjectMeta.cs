using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>What every object has. What stands there besides, <c>managedFields</c> above all, is not read.</summary>
/// <remarks>Immutable. What is absent, or <c>null</c>, reads as empty.</remarks>
public sealed record ObjectMeta
{
    /// <summary>Without anything.</summary>
    public static ObjectMeta Empty { get; } = new();

    /// <summary>Unique among the objects of the resource in the namespace; empty in a create whose name the server chooses.</summary>
    public string Name { get => field; init => field = value ?? ""; } = "";

    /// <summary>How a name that the server chooses is to begin.</summary>
    public string GenerateName { get => field; init => field = value ?? ""; } = "";

    /// <summary>The namespace; empty for what is in none.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Namespace { get => field; init => field = value ?? ""; } = "";

    /// <summary>What tells this object from others that had its name before.</summary>
    public string Uid { get => field; init => field = value ?? ""; } = "";

    /// <summary>Changes with each write. What it says is the server's own; of two of one resource the larger number is the later.</summary>
    public string ResourceVersion { get => field; init => field = value ?? ""; } = "";

    /// <summary>How often what is wanted of it has changed; 0 for kinds that do not count.</summary>
    public long Generation { get; init; }

    /// <summary>When it was made.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? CreationTimestamp { get; init; }

    /// <summary>When it is to be gone: the time at which that was asked for, and its grace; <c>null</c> while it was not asked for.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? DeletionTimestamp { get; init; }

    /// <summary>How many seconds of grace its deletion has.</summary>
    public long? DeletionGracePeriodSeconds { get; init; }

    /// <summary>What selectors select by.</summary>
    public StringMap Labels { get => field; init => field = value ?? StringMap.Empty; } = StringMap.Empty;

    /// <summary>What tools keep with the object.</summary>
    public StringMap Annotations { get => field; init => field = value ?? StringMap.Empty; } = StringMap.Empty;

    /// <summary>Who owns it.</summary>
    [JsonConverter(typeof(ListConverter<OwnerReference>))]
    public ImmutableArray<OwnerReference> OwnerReferences { get => field; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who has something to do before it may go.</summary>
    [JsonConverter(typeof(PooledListConverter))]
    public ImmutableArray<string> Finalizers { get => field; init => field = value.IsDefault ? [] : value; } = [];
}
