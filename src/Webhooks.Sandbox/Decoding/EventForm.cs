using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Events in the forms of their two groups, which are one and the same object: members have other names.</summary>
internal static class EventForm
{
    private static readonly (string Core, string Events)[] Names =
    [
        ("involvedObject", "regarding"),
        ("message", "note"),
        ("source", "deprecatedSource"),
        ("firstTimestamp", "deprecatedFirstTimestamp"),
        ("lastTimestamp", "deprecatedLastTimestamp"),
        ("count", "deprecatedCount"),
        ("reportingComponent", "reportingController"),
    ];

    /// <summary>The Event of the core group that an Event of events.k8s.io is; one of the core group is itself.</summary>
    public static JsonValue ToCore(JsonValue value) => Renamed(value, new("", "v1", "Event"), name => name.Events, name => name.Core);

    /// <summary>The Event of events.k8s.io that an Event of the core group is; one of events.k8s.io is itself.</summary>
    public static JsonValue ToEvents(JsonValue value) =>
        Renamed(value, new("events.k8s.io", "v1", "Event"), name => name.Core, name => name.Events);

    private static JsonValue Renamed(
        JsonValue value, GroupVersionKind kind, Func<(string Core, string Events), string> from, Func<(string Core, string Events), string> to)
    {
        DecodeTarget target = DecodeTargets.Of(kind);
        if (value["apiVersion"u8].AsString() == target.ApiVersion)
        {
            return value;
        }

        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        foreach ((string name, JsonValue member) in value.Members())
        {
            int index = Array.FindIndex(Names, pair => from(pair) == name);
            writer.WriteName(index < 0 ? name : to(Names[index]));
            writer.WriteValue(member);
        }

        writer.EndObject();
        return NormalForm.Of(target, JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Root);
    }
}
