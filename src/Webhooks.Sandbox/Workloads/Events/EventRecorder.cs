using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Workloads.Events;

/// <summary>Writes Events for people to read, as controllers and kubelets do.</summary>
/// <remarks>As <c>k8s.io/client-go/tools/record</c> and, of the scheduler, <c>tools/events</c>. Not thread safe: one loop uses it.</remarks>
internal sealed class EventRecorder(Cluster cluster, ObjectWrites writes)
{
    private const int MostKept = 4096;
    private static readonly GroupResource Current = new("events.k8s.io", "events");

    private readonly EventCorrelation _correlation = new();
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private long _latest;

    /// <summary>Tells of an occurrence; of one that was told of before it counts up the Event.</summary>
    public async Task Record(Occurrence occurrence)
    {
        DateTimeOffset now = cluster.Time.GetUtcNow();
        (string key, string message) = _correlation.Place(occurrence, now);
        JsonDraft time = Drafts.Text(GoTime.Write(now));
        if (_written.TryGetValue(key, out string? name)
            && cluster.Store.Find(BuiltIn.Events, StoredObject.KeyOf(occurrence.Namespace, name)) is { } known)
        {
            JsonDraft patch = JsonDraft.EmptyObject();
            patch.Set("count", Drafts.Number((known.Read()["count"u8].TryGetInt64(out long count) ? count : 1) + 1));
            patch.Set("lastTimestamp", time);
            patch.Set("message", Drafts.Text(message));
            await Write(() => writes.Patch(cluster.Get(BuiltIn.Events), known, patch));
            return;
        }

        JsonDraft made = Event(occurrence, "involvedObject", "message", message);
        JsonDraft source = made.Child("source");
        source.Set("component", Drafts.Text(occurrence.Component));
        if (occurrence.Host.Length > 0)
        {
            source.Set("host", Drafts.Text(occurrence.Host));
        }

        made.Set("firstTimestamp", time);
        made.Set("lastTimestamp", time);
        made.Set("count", Drafts.Number(1));
        made.Set("reportingComponent", Drafts.Text(occurrence.Component));
        made.Set("reportingInstance", Drafts.Text(occurrence.Host));
        if (_written.Count >= MostKept)
        {
            _written.Clear();
        }

        _written[key] = made.Find("metadata")!.FindSource("name").GetString();
        await Write(() => writes.Create(cluster.Get(BuiltIn.Events), occurrence.Namespace, made));
    }

    /// <summary>Tells of an occurrence in the newer form, which the scheduler uses: it says what was tried, and when to the microsecond.</summary>
    /// <param name="occurrence">The occurrence.</param>
    /// <param name="action">What was tried: <c>Binding</c>.</param>
    public Task Record(Occurrence occurrence, string action)
    {
        JsonDraft made = Event(occurrence, "regarding", "note", occurrence.Message);
        made.Set("eventTime", Drafts.Text(GoTime.WriteMicro(cluster.Time.GetUtcNow())));
        made.Set("action", Drafts.Text(action));
        made.Set("reportingController", Drafts.Text(occurrence.Component));
        made.Set("reportingInstance", Drafts.Text($"{occurrence.Component}-{NodeAgent.Node}"));
        return Write(() => writes.Create(cluster.Get(Current), occurrence.Namespace, made));
    }

    private JsonDraft Event(Occurrence occurrence, string regarding, string note, string message)
    {
        JsonDraft made = JsonDraft.EmptyObject();
        made.Child("metadata").Set("name", Drafts.Text($"{occurrence.Name}.{NextNanosecond():x}"));
        JsonDraft reference = made.Child(regarding);
        reference.Set("apiVersion", Drafts.Text(occurrence.Resource.ApiVersion));
        reference.Set("kind", Drafts.Text(occurrence.Resource.Kind));
        foreach (string member in new[] { "name", "namespace", "uid", "resourceVersion" })
        {
            if (occurrence.About["metadata"u8][member] is { IsAbsent: false } value)
            {
                reference.Set(member, new JsonDraft(value));
            }
        }

        if (occurrence.FieldPath.Length > 0)
        {
            reference.Set("fieldPath", Drafts.Text(occurrence.FieldPath));
        }

        made.Set("type", Drafts.Text(occurrence.Type));
        made.Set("reason", Drafts.Text(occurrence.Reason));
        made.Set(note, Drafts.Text(message));
        return made;
    }

    /// <summary>What Events are named after: the time in nanoseconds since 1970, another one each time.</summary>
    private long NextNanosecond()
    {
        long now = (cluster.Time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
        return _latest = Math.Max(now, _latest + 1);
    }

    /// <summary>Nobody waits for an Event: where it may not be written, in a namespace that ends or whose quota is used up, there is none.</summary>
    private static async Task Write(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (StatusException refused) when (refused.Status.Code is 403 or 404 or 409)
        {
            // Dropped, as client-go does.
        }
    }
}
