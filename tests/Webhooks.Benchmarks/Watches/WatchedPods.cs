using System.Text;
using Webhooks.Benchmarks.InMemory;

namespace Webhooks.Benchmarks.Watches;

/// <summary>Pods of about 9 KB, as API servers write them: alone, as events, and as a page of a list.</summary>
internal static class WatchedPods
{
    // Half of what servers store and send is who wrote which field.
    private static readonly string ManagedFields = string.Join(',', Enumerable.Range(0, 60).Select(
        index => $"\"k:{{\\\"type\\\":\\\"Condition{index}\\\"}}\":{{\".\":{{}},\"f:lastProbeTime\":{{}},\"f:status\":{{}}}}"));

    /// <summary>The Pod of that number.</summary>
    public static string Json(int number) => Encoding.UTF8.GetString(SamplePod.Of(number)).Replace(
        "\"metadata\":{",
        $"\"metadata\":{{\"namespace\":\"default\",\"uid\":\"8e0a1b52-0c2f-4f63-9df4-{number:x12}\",\"resourceVersion\":\"{number + 1}\",\"creationTimestamp\":\"2026-01-01T12:00:00Z\","
            + $"\"managedFields\":[{{\"manager\":\"kubelet\",\"operation\":\"Update\",\"apiVersion\":\"v1\",\"fieldsType\":\"FieldsV1\",\"fieldsV1\":{{{ManagedFields}}}}}],",
        StringComparison.Ordinal);

    /// <summary>The Pod of that number, changed; without the end of its line.</summary>
    public static byte[] Event(int number) => Encoding.UTF8.GetBytes($"{{\"type\":\"MODIFIED\",\"object\":{Json(number)}}}");

    /// <summary>The parts of a page of so many Pods.</summary>
    public static IEnumerable<byte[]> Page(int from, int count, string next)
    {
        yield return Encoding.UTF8.GetBytes($"{{\"kind\":\"PodList\",\"apiVersion\":\"v1\",\"metadata\":{{\"resourceVersion\":\"9\",\"continue\":\"{next}\"}},\"items\":[");
        for (int number = from; number < from + count; number++)
        {
            yield return Encoding.UTF8.GetBytes((number == from ? "" : ",") + Json(number));
        }

        yield return "]}"u8.ToArray();
    }
}
