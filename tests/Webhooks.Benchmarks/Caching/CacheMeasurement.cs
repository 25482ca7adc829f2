using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;

namespace Webhooks.Benchmarks.Caching;

/// <summary>What an informer's store costs beside its objects, with the immutable dictionary of the library next to it.</summary>
internal static class CacheMeasurement
{
    private const int Rounds = 200_000;
    private const int MostOverhead = 150;

    /// <summary>Runs all and prints the table.</summary>
    /// <returns>0, never another for a slow result.</returns>
    public static int Start()
    {
        Console.WriteLine("per object or event; the dictionary is ImmutableDictionary<ObjectKey, ConfigMap> without an index");
        foreach (int size in (int[])[1_000, 10_000, 100_000])
        {
            ConfigMap[] objects = [.. Enumerable.Range(0, size).Select(index => Map(index, 1))];
            (ObjectStore<ConfigMap> store, double plain) = Measure(() => Filled(objects, indexed: false));
            (ObjectStore<ConfigMap> indexed, double overhead) = Measure(() => Filled(objects, indexed: true));
            (ImmutableDictionary<ObjectKey, ConfigMap> dictionary, double other) = Measure(() => objects.ToImmutableDictionary(ObjectKey.Of));
            Print($"{size,7} objects, bytes each: store {plain / size,4:F0}, with two indexes {overhead / size,4:F0}, dictionary {other / size,4:F0}  <= {MostOverhead}: {(plain / size <= MostOverhead ? "met" : "missed")}");

            ConfigMap[] changes = [.. Enumerable.Range(0, Rounds).Select(round => Map((int)((uint)round * 2654435761u % (uint)size), 2 + round))];
            List<Notification<ConfigMap>> told = [];
            Time($"{size,7} objects, an event", () => Tell(store, changes, told));
            Time($"{size,7} objects, an event, two indexes", () => Tell(indexed, changes, told));
            Time($"{size,7} objects, an event, dictionary", () => Array.ForEach(changes, change => dictionary = dictionary.SetItem(ObjectKey.Of(change), change)));
            Time($"{size,7} objects, a get", () => Array.ForEach(changes, change => _ = store.Snapshot.Items.Find(ObjectKey.Of(change))));
            Time($"{size,7} objects, a get, dictionary", () => Array.ForEach(changes, change => _ = dictionary[ObjectKey.Of(change)]));
            Time($"{size,7} objects, one of a list", () => Walk(store.Snapshot.Items));
            Time($"{size,7} objects, one of a list, dictionary", () => Walk(dictionary.Values));
            GC.KeepAlive(objects);
        }

        return 0;
    }

    private static ObjectStore<ConfigMap> Filled(ConfigMap[] objects, bool indexed)
    {
        ObjectStore<ConfigMap> store = new();
        if (indexed)
        {
            store.TryAddIndex(new Indexer<ConfigMap>("namespace", map => [map.Metadata.Namespace], (_, _, failure) => throw failure));
            store.TryAddIndex(new Indexer<ConfigMap>("one", map => [map.Metadata.Uid], (_, _, failure) => throw failure));
        }

        store.Replace(objects, [], "1", []);
        return store;
    }

    private static (T Made, double Bytes) Measure<T>(Func<T> make)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        T made = make();
        return (made, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static void Tell(ObjectStore<ConfigMap> store, ConfigMap[] changes, List<Notification<ConfigMap>> told)
    {
        foreach (ConfigMap change in changes)
        {
            store.Set(change, told);
            told.Clear();
        }
    }

    private static void Walk(IEnumerable<ConfigMap> items)
    {
        for (int walked = 0; walked < Rounds;)
        {
            foreach (ConfigMap item in items)
            {
                walked += item.Metadata.Name.Length > 0 ? 1 : 0;
            }
        }
    }

    private static void Time(string what, Action run)
    {
        // The first run is for the just-in-time compiler.
        run();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        run();
        double time = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
        Print($"{what,-48}{time / Rounds,8:F0} ns {(GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Rounds,8:F0} bytes");
    }

    private static ConfigMap Map(int number, int version) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = ((uint)number * 2654435761u).ToString("x8", CultureInfo.InvariantCulture),
            Namespace = $"ns-{number % 100}",
            Uid = $"uid-{number}",

            // Of what is no number, the later one is taken, however often the same changes are told.
            ResourceVersion = $"x{version}",
        },
    };

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
