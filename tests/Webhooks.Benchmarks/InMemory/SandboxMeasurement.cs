using System.Diagnostics;
using System.Globalization;
using Webhooks.Benchmarks.Load;
using Webhooks.Sandbox;

namespace Webhooks.Benchmarks.InMemory;

/// <summary>Compares the in-memory API server with an empty server of the same make.</summary>
/// <remarks>Clients and servers share this process and its processors: the ratios are kinder than those of two processes would be.</remarks>
internal static class SandboxMeasurement
{
    private const string Pods = "/api/v1/namespaces/default/pods";
    private const int Listed = 10_000;
    private const int Watchers = 100;
    private const int Events = 50;
    private const int Rounds = 5;
    private const int WarmUps = 4;
    private const double MostMemory = 1.5;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    /// <summary>Runs all and prints the table.</summary>
    /// <returns>0, never another for a slow result.</returns>
    public static async Task<int> Start()
    {
        Console.WriteLine("clients and servers in one process, in turn; / floor: the rate as a share of the empty server's, the median of all rounds");
        (double memory, int length) = await StoredCosts.Memory();
        Print($"memory of a stored Pod of {length} bytes: {memory:F2} x its JSON  <= {MostMemory:F1}: {(memory <= MostMemory ? "met" : "missed")}");
        foreach ((int objects, double create, double patch) in await StoredCosts.Growth(1_000, 10_000, 100_000))
        {
            Print($"{objects,7} objects stored: create {create,6:F1} µs, patch {patch,6:F1} µs");
        }

        await using ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { MakesServiceAccounts = false });
        await using EchoListener echo = await EchoListener.StartAsync();
        using LoadedAddress ours = new(server.Address, server.Authority, server.IssueClientCertificate("admin", "system:masters"));
        using LoadedAddress floor = new(echo.Address, echo.Authority, echo.IssueClientCertificate());
        RequestNumber pods = new();
        byte[] body = SamplePod.Of(0);
        await ours.SendAsync((HttpMethod.Post, Pods, body));
        long answer = await ours.SendAsync((HttpMethod.Get, Pods + "/pod-0", null));
        await Compare(
            "creates / s",
            () => ours.RateAsync(Round, number => (HttpMethod.Post, Pods, SamplePod.Of(number)), pods),
            () => floor.RateAsync(Round, _ => (HttpMethod.Post, "/", body), new RequestNumber()));
        await Compare(
            "gets / s",
            () => ours.RateAsync(Round, _ => (HttpMethod.Get, Pods + "/pod-0", null), new RequestNumber()),
            () => floor.RateAsync(Round, _ => (HttpMethod.Get, $"/?bytes={answer}", null), new RequestNumber()));
        await Fill(ours);
        long list = await ours.SendAsync((HttpMethod.Get, "/api/v1/namespaces/kube-public/pods", null));
        double lists = await Compare(
            "lists of 10,000 / s",
            () => Once(ours, "/api/v1/namespaces/kube-public/pods"),
            () => Once(floor, $"/?bytes={list}"));
        Print($"{"",-22}{lists * list / 1e6,10:F0} MB / s");
        await Compare("events / s", () => Watched(server, ours), () => Streamed(floor));
        return 0;
    }

    private static async Task Fill(LoadedAddress ours)
    {
        for (int index = 0; index < Listed; index++)
        {
            await ours.SendAsync((HttpMethod.Post, "/api/v1/namespaces/kube-public/pods", SamplePod.Of(index)));
        }
    }

    private static async Task<double> Compare(string name, Func<Task<double>> ours, Func<Task<double>> floor)
    {
        // The first rounds are for the just-in-time compiler, which looks at the code several times.
        List<(double Ours, double Floor)> rates = [];
        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            rates.Add((await ours(), await floor()));
        }

        rates.RemoveRange(0, WarmUps);
        double rate = Median.Of(rates.Select(one => one.Ours));
        Print($"{name,-22}{rate,10:F1}   floor {Median.Of(rates.Select(one => one.Floor)),10:F1}   / floor {Median.Of(rates.Select(one => one.Ours / one.Floor)),6:F2}");
        return rate;
    }

    private static async Task<double> Once(LoadedAddress address, string path)
    {
        long started = Stopwatch.GetTimestamp();
        await address.SendAsync((HttpMethod.Get, path, null));
        return 1 / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Events a second to all watchers together, while Pods are written one after the other.</summary>
    private static async Task<double> Watched(ApiServer server, LoadedAddress ours)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"/api/v1/namespaces/kube-system/pods?watch=1&resourceVersion={server.Revision}");
        Stream[] watches = await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => ours.OpenAsync(path)));
        long started = Stopwatch.GetTimestamp();
        Task<long>[] reads = [.. watches.Select(watch => Task.Run(() => ReadLines(watch, Events)))];
        for (int index = 0; index < Events; index++)
        {
            await ours.SendAsync((HttpMethod.Post, "/api/v1/namespaces/kube-system/pods", SamplePod.Of(index)));
        }

        await Task.WhenAll(reads);
        double rate = Watchers * Events / Stopwatch.GetElapsedTime(started).TotalSeconds;
        foreach (Stream watch in watches)
        {
            await watch.DisposeAsync();
        }

        await ours.SendAsync((HttpMethod.Delete, "/api/v1/namespaces/kube-system/pods?gracePeriodSeconds=0", null));
        return rate;
    }

    private static async Task<double> Streamed(LoadedAddress floor)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"/?bytes={SamplePod.Of(0).Length}&lines={Events}");
        long started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Watchers).Select(_ => Task.Run(() => floor.SendAsync((HttpMethod.Get, path, null)))));
        return Watchers * Events / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<long> ReadLines(Stream stream, int lines)
    {
        byte[] buffer = new byte[64 * 1024];
        while (lines > 0 && await stream.ReadAsync(buffer) is > 0 and int length)
        {
            lines -= buffer.AsSpan(0, length).Count((byte)'\n');
        }

        return lines;
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
