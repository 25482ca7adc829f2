using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Webhooks.Benchmarks.Load;
using Webhooks.Client.Watching;

namespace Webhooks.Benchmarks.Watches;

/// <summary>What it costs to follow Pods by their metadata: events beside parsing the same lines, and the memory of lists.</summary>
internal static class WatchMeasurement
{
    private const int Events = 2_000;
    private const int Rounds = 15;
    private const double LeastRatio = 0.4;
    private const double MostGrowth = 11;

    /// <summary>Runs all and prints it.</summary>
    /// <returns>0, never another for a slow result.</returns>
    public static async Task<int> Start()
    {
        byte[][] lines = [.. Enumerable.Range(0, Events).Select(WatchedPods.Event)];
        byte[] stream = [.. lines.SelectMany(line => line.Append((byte)'\n'))];
        List<(double Applied, double Parsed)> rounds = [];
        for (int round = -3; round < Rounds; round++)
        {
            double parsed = Parse(lines);
            double applied = await ApplyAsync(stream);
            if (round >= 0)
            {
                rounds.Add((applied, parsed));
            }
        }

        double ratio = Median.Of(rounds.Select(round => round.Parsed / round.Applied));
        double seconds = Median.Of(rounds.Select(round => round.Applied));
        Print($"{Events} events of Pods of {stream.Length / Events} bytes: {Events / seconds:F0} events/s, {stream.Length / seconds / 1e6:F0} MB/s, {ratio:F2} x JsonDocument.Parse of the lines  >= {LeastRatio}: {(ratio >= LeastRatio ? "met" : "missed")}");

        long least = 0;
        foreach ((int pods, int page) in ((int, int)[])[(1_000, 500), (10_000, 500), (10_000, 0)])
        {
            (long held, long peak) = await ListAsync(pods, page);
            least = least == 0 ? held : least;
            Print($"{pods,6} Pods listed, pages of {page,3}: {held / pods} bytes held for each, {held / 1024,6} KiB in all, {peak / 1024,6} KiB at most on the way");
            if (pods == 10_000 && page > 0)
            {
                Print($"       ten times the objects hold {(double)held / least:F1} times the memory  <= {MostGrowth}: {(held <= MostGrowth * least ? "met" : "missed")}");
            }
        }

        return 0;
    }

    private static double Parse(byte[][] lines)
    {
        long started = Stopwatch.GetTimestamp();
        foreach (byte[] line in lines)
        {
            using JsonDocument document = JsonDocument.Parse(line);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Follows a watch of all the lines, until it ends.</summary>
    private static async Task<double> ApplyAsync(byte[] stream)
    {
        using CancellationTokenSource cancel = new();
        LatestPods pods = new(() => { });
        long started = 0;
        int watches = 0;
        PlayedServer server = new(
            0,
            () =>
            {
                if (++watches > 1)
                {
                    cancel.Cancel();
                }

                started = started == 0 ? Stopwatch.GetTimestamp() : started;
                return new MemoryStream(stream);
            },
            () => { });
        await ReflectorOf(server, pods, 500).RunAsync(cancel.Token);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return pods.Items.Count == Events ? seconds : throw new InvalidOperationException($"only {pods.Items.Count} Pods came");
    }

    /// <summary>What is held after a list, and what is held at most before the end of a page.</summary>
    private static async Task<(long Held, long Peak)> ListAsync(int count, int page)
    {
        GC.Collect(2, GCCollectionMode.Aggressive);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long peak = 0;
        using CancellationTokenSource cancel = new();
        LatestPods pods = new(cancel.Cancel);
        await ReflectorOf(new PlayedServer(count, null, () => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true))), pods, page).RunAsync(cancel.Token);
        GC.Collect(2, GCCollectionMode.Aggressive);
        long held = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(pods);
        return pods.Items.Count == count ? (held, peak - before) : throw new InvalidOperationException($"only {pods.Items.Count} Pods came");
    }

    private static Reflector<PodMetadata> ReflectorOf(PlayedServer server, LatestPods pods, int page) =>
        new(server, pods, new ReflectorOptions<PodMetadata> { UsesWatchList = false, PageSize = page });

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
