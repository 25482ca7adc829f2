using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Which Pods a node is to take.</summary>
public sealed record NodeSpec
{
    /// <summary>Without anything.</summary>
    public static NodeSpec Empty { get; } = new();

    /// <summary>Whether new Pods are kept away (<c>kubectl cordon</c>).</summary>
    public bool Unschedulable { get; init; }

    /// <summary>What keeps Pods away that do not tolerate it.</summary>
    [JsonConverter(typeof(ListConverter<Taint>))]
    public ImmutableArray<Taint> Taints { get => field; init => field = value.IsDefault ? [] : value; } = [];
}
