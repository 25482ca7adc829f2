using System.Diagnostics;
using System.Globalization;
using System.Text;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Benchmarks.InMemory;

/// <summary>What objects cost that are stored, without a wire.</summary>
internal static class StoredCosts
{
    private const int Pods = 10_000;
    private const int Writes = 2_000;

    /// <summary>The memory that stored Pods take, as a multiple of their JSON, and the mean length of that.</summary>
    public static async Task<(double Ratio, int Length)> Memory()
    {
        Cluster cluster = NewCluster();
        ApiVerbs verbs = VerbsOf(cluster);
        await Create(verbs, cluster, "pods", SamplePod.Of(0));
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int index = 1; index <= Pods; index++)
        {
            await Create(verbs, cluster, "pods", SamplePod.Of(index));
        }

        long after = GC.GetTotalMemory(forceFullCollection: true);
        long json = cluster.Store.List(new("", "pods"), "").Objects.Skip(1).Sum(item => (long)item.Json.Length);
        GC.KeepAlive(verbs);
        return ((double)(after - before) / json, (int)(json / Pods));
    }

    /// <summary>The time of a write in µs while so many objects are stored.</summary>
    public static async Task<(int Objects, double Create, double Patch)[]> Growth(params int[] sizes)
    {
        Cluster cluster = NewCluster();
        ApiVerbs verbs = VerbsOf(cluster);
        List<(int, double, double)> costs = [];
        int stored = 0;
        foreach (int size in sizes)
        {
            double create = 0;
            for (; stored < size; stored++)
            {
                long started = Stopwatch.GetTimestamp();
                await Create(verbs, cluster, "configmaps", ConfigMap(stored));
                create = stored < size - Writes ? 0 : create + Stopwatch.GetElapsedTime(started).TotalMicroseconds;
            }

            costs.Add((size, create / Math.Min(size, Writes), await Patch(verbs, cluster, size)));
        }

        return [.. costs];
    }

    private static async Task<double> Patch(ApiVerbs verbs, Cluster cluster, int stored)
    {
        Random random = new(1);
        ApiResource resource = Find(cluster, "configmaps");
        long started = Stopwatch.GetTimestamp();
        for (int write = 0; write < Writes; write++)
        {
            await verbs.Run(
                new ApiCall
                {
                    Verb = "patch",
                    Resource = resource,
                    Namespace = "default",
                    Name = NameOf(random.Next(stored)),
                    ContentType = "application/merge-patch+json",
                    Body = Encoding.UTF8.GetBytes($$$"""{"data":{"k":"{{{random.Next()}}}"}}"""),
                },
                default);
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Writes;
    }

    private static async Task Create(ApiVerbs verbs, Cluster cluster, string plural, byte[] body) =>
        await verbs.Run(new ApiCall { Verb = "create", Resource = Find(cluster, plural), Namespace = "default", ContentType = "application/json", Body = body }, default);

    private static byte[] ConfigMap(int number) => Encoding.UTF8.GetBytes($$$"""{"metadata":{"name":"{{{NameOf(number)}}}"},"data":{"k":"v"}}""");

    // In no order, as names come.
    private static string NameOf(int number) => ((uint)number * 2654435761u).ToString("x8", CultureInfo.InvariantCulture);

    private static ApiResource Find(Cluster cluster, string plural) => cluster.Kinds.Find(new("", "v1", plural))!;

    private static Cluster NewCluster()
    {
        Cluster cluster = new(TimeProvider.System, new Store());
        Beginnings.Make(cluster);
        return cluster;
    }

    private static ApiVerbs VerbsOf(Cluster cluster) => new(cluster, new AccessControl(new PolicySource(cluster.Store), TimeProvider.System, new TokenOptions()));
}
