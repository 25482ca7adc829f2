using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Objects;

/// <summary>What somebody noticed of an object, as <c>kubectl describe</c> lists it; of the core group.</summary>
public sealed record Event : IKubernetesObject<Event>
{
    /// <inheritdoc />
    public static ResourceType Resource { get; } = new("", "v1", "events", "Event", IsNamespaced: true);

    /// <inheritdoc />
    public static JsonTypeInfo<Event> Json => ObjectsJson.Default.Event;

    /// <inheritdoc />
    public ObjectMeta Metadata { get => field; init => field = value ?? ObjectMeta.Empty; } = ObjectMeta.Empty;

    /// <summary>Of which object. It is in the event's namespace; one in none has its events in <c>default</c>.</summary>
    public ObjectReference InvolvedObject { get => field; init => field = value ?? ObjectReference.Empty; } = ObjectReference.Empty;

    /// <summary>What, in a word for programs: <c>NamespaceCreated</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Reason { get => field; init => field = value ?? ""; } = "";

    /// <summary>What, for people; 1024 bytes at most.</summary>
    public string Message { get => field; init => field = value ?? ""; } = "";

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Type { get => field; init => field = value ?? ""; } = "";

    /// <summary>How often.</summary>
    public int Count { get; init; }

    /// <summary>When first.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? FirstTimestamp { get; init; }

    /// <summary>When last.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? LastTimestamp { get; init; }

    /// <summary>Which program noticed.</summary>
    public EventSource Source { get => field; init => field = value ?? EventSource.Empty; } = EventSource.Empty;
}
