using System.Buffers;
using System.Text.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>Events as the API has them, in its core group.</summary>
internal static class EventDocument
{
    /// <summary>A whole Event.</summary>
    public static ReadOnlyMemory<byte> Write(EventWrite write, EventReporter reporter) => Write(json =>
    {
        json.WriteString("apiVersion", "v1");
        json.WriteString("kind", "Event");
        json.WriteStartObject("metadata");
        json.WriteString("name", write.Name);
        json.WriteString("namespace", write.Namespace);
        json.WriteEndObject();
        WriteSubject(json, write.Alike.Subject);
        json.WriteString("reason", write.Alike.Reason);
        json.WriteString("type", write.Alike.Type == EventType.Warning ? "Warning" : "Normal");
        json.WriteStartObject("source");
        json.WriteString("component", reporter.Component);
        if (reporter.Host.Length > 0)
        {
            json.WriteString("host", reporter.Host);
        }

        json.WriteEndObject();
        json.WriteString("reportingComponent", reporter.Component);
        json.WriteString("reportingInstance", reporter.Host);
        json.WriteString("firstTimestamp", GoTime.Write(write.First));
        WriteCount(json, write);
    });

    /// <summary>The merge patch for an Event that is there: what changes as it happens again.</summary>
    public static ReadOnlyMemory<byte> WritePatch(EventWrite write) => Write(json => WriteCount(json, write));

    private static void WriteSubject(Utf8JsonWriter json, EventSubject subject)
    {
        json.WriteStartObject("involvedObject");
        json.WriteString("apiVersion", subject.ApiVersion);
        json.WriteString("kind", subject.Kind);
        if (subject.Key.Namespace is { Length: > 0 } space)
        {
            json.WriteString("namespace", space);
        }

        json.WriteString("name", subject.Key.Name);
        json.WriteString("uid", subject.Uid);
        if (subject.ResourceVersion.Length > 0)
        {
            json.WriteString("resourceVersion", subject.ResourceVersion);
        }

        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, EventWrite write)
    {
        json.WriteString("message", write.Message);
        json.WriteString("lastTimestamp", GoTime.Write(write.Last));
        json.WriteNumber("count", write.Count);
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
