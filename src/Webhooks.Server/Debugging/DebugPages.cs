using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Server.Lifetimes;
using Webhooks.Server.Metrics;

namespace Webhooks.Server.Debugging;

/// <summary>The pages of <c>/debug</c>: what runs, what the collector does, what waits in queues, what is cached.</summary>
internal static class DebugPages
{
    private const string QueuePrefix = "workqueue_";

    /// <summary>The pages of one process.</summary>
    /// <param name="parts">What runs.</param>
    /// <param name="families">The metrics, among them those of queues.</param>
    /// <param name="informers">What is cached.</param>
    public static IReadOnlyList<DebugPage> Of(
        Func<IReadOnlyList<(string Name, PartState State)>> parts, Func<IReadOnlyList<MetricFamily>> families, Func<IReadOnlyList<InformerReading>> informers) =>
    [
        new("parts", "what runs: the first part to end ends the process", json => WriteAll(json, parts(), WritePart)),
        new("gc", "memory, by generation, and collections", GarbagePage.Write),
        new("queues", "work queues: what waits, and for how long", json => WriteQueues(json, families())),
        new("informers", "caches of the API server's objects, and whether they are complete", json => WriteAll(json, informers(), WriteInformer)),
    ];

    private static void WritePart(JsonWriter json, (string Name, PartState State) part)
    {
        json.WriteText("name", part.Name);
        json.WriteText("state", part.State.ToString().ToLower(CultureInfo.InvariantCulture));
    }

    private static void WriteInformer(JsonWriter json, InformerReading informer)
    {
        json.WriteText("name", informer.Name);
        json.WriteName("synced");
        json.WriteBool(informer.IsSynced);
        json.WriteName("objects");
        json.WriteNumber(informer.Objects);
    }

    // A queue is what has a depth, and its other numbers are those that bear its name.
    private static void WriteQueues(JsonWriter json, IReadOnlyList<MetricFamily> families)
    {
        (string Key, string Queue, double Value)[] numbers =
        [
            .. from family in families.OfType<SampledFamily>()
               where family.Name.StartsWith(QueuePrefix, StringComparison.Ordinal) && family.Labels is ["name"]
               from sample in family.Read()
               select (family.Name[QueuePrefix.Length..], sample.Labels[0], sample.Value),
        ];
        WriteAll(json, [.. numbers.GroupBy(number => number.Queue, StringComparer.Ordinal).OrderBy(queue => queue.Key, StringComparer.Ordinal)], (json, queue) =>
        {
            json.WriteText("name", queue.Key);
            foreach ((string Key, string Queue, double Value) number in queue)
            {
                json.WriteName(number.Key);
                json.WriteDecimal(number.Value);
            }
        });
    }

    private static void WriteAll<T>(JsonWriter json, IReadOnlyList<T> items, Action<JsonWriter, T> write)
    {
        json.StartArray();
        foreach (T item in items)
        {
            json.StartObject();
            write(json, item);
            json.EndObject();
        }

        json.EndArray();
    }
}
