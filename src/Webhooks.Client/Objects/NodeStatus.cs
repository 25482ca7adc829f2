using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>What a kubelet tells of its node.</summary>
public sealed record NodeStatus
{
    /// <summary>Without anything.</summary>
    public static NodeStatus Empty { get; } = new();

    /// <summary>The images on its disk, largest first; a kubelet tells of 50 unless it is set up otherwise, and of none when it starts.</summary>
    [JsonConverter(typeof(ListConverter<ContainerImage>))]
    public ImmutableArray<ContainerImage> Images { get => field; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How it is: <c>Ready</c>, <c>DiskPressure</c> and their like.</summary>
    [JsonConverter(typeof(ListConverter<ObjectCondition>))]
    public ImmutableArray<ObjectCondition> Conditions { get => field; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What runs there.</summary>
    public NodeSystemInfo NodeInfo { get => field; init => field = value ?? NodeSystemInfo.Empty; } = NodeSystemInfo.Empty;
}
