using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Statuses;

namespace Webhooks.Shared.Reconciling;

/// <summary>What is observed of a widget.</summary>
internal sealed record WidgetStatus : IObservedStatus<WidgetStatus>
{
    public static JsonTypeInfo<WidgetStatus> Json => WidgetJson.Default.WidgetStatus;

    public long ObservedGeneration { get; init; }

    public string? Phase { get; init; }

    public WidgetSize? Size { get; init; }

    [JsonConverter(typeof(ListConverter<Condition>))]
    public ImmutableArray<Condition> Conditions { get => field; init => field = value.IsDefault ? [] : value; } = [];

    public WidgetStatus Observed(long generation) => this with { ObservedGeneration = generation };
}

/// <summary>A part of a status that has parts itself.</summary>
internal sealed record WidgetSize(int? Width, int? Height);
