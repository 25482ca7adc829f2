using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Verbs;

/// <summary>The time that a Pod has to end.</summary>
internal static class Grace
{
    /// <summary>Marks a Pod as ending, or shortens the time that it has.</summary>
    public static void Mark(JsonDraft pod, ObjectMeta meta, DeleteOptions options, DateTimeOffset now)
    {
        if (meta.IsBeingDeleted)
        {
            Shorten(meta, options.GracePeriodSeconds ?? 0);
            return;
        }

        long period = PeriodOf(pod.Freeze(JsonPolicy.Server), options.GracePeriodSeconds);
        meta.DeletionTimestamp = GoTime.Write(now.AddSeconds(period));
        meta.DeletionGracePeriodSeconds = period;
        if (meta.Generation > 0)
        {
            meta.Generation++;
        }
    }

    private static void Shorten(ObjectMeta meta, long period)
    {
        period = period < 0 ? 1 : period;
        DateTimeOffset end = DateTimeOffset.Parse(meta.DeletionTimestamp, CultureInfo.InvariantCulture);
        meta.DeletionTimestamp = GoTime.Write(end.AddSeconds(period - (meta.DeletionGracePeriodSeconds ?? 0)));
        meta.DeletionGracePeriodSeconds = period;
    }

    private static long PeriodOf(JsonValue pod, long? wanted)
    {
        bool runs = pod["spec"u8]["nodeName"u8].AsString() is { Length: > 0 }
            && pod["status"u8]["phase"u8].AsString() is not ("Succeeded" or "Failed");
        if (!runs)
        {
            return 0;
        }

        long period = wanted ?? (pod["spec"u8]["terminationGracePeriodSeconds"u8].TryGetInt64(out long own) ? own : 0);
        return period < 0 ? 1 : period;
    }
}
