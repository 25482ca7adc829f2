using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Versions that requests name and the store may not have come to yet.</summary>
internal static class Versions
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Waits until the watch cache of a resource has come to a version; it has three seconds.</summary>
    /// <exception cref="StatusException">It has not: 504.</exception>
    public static async Task WaitFor(this Cluster cluster, GroupResource resource, long version, CancellationToken cancellation)
    {
        long start = cluster.Time.GetTimestamp();
        while (true)
        {
            Task next = cluster.Store.NextWrite();
            if (version <= cluster.Store.CachedRevision(resource))
            {
                return;
            }

            TimeSpan left = Patience - cluster.Time.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw TooLarge(version, cluster.Store.CachedRevision(resource));
            }

            await Task.WhenAny(next, Task.Delay(left, cluster.Time, cancellation));
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>504: that version has not come yet.</summary>
    public static StatusException TooLarge(long version, long current)
    {
        Status status = Status.Timeout(string.Create(CultureInfo.InvariantCulture, $"Too large resource version: {version}, current: {current}"), 1);
        StatusCause cause = new("ResourceVersionTooLarge", "Too large resource version", "");
        return new StatusException(status with { Details = status.Details! with { Causes = [cause] } });
    }

    /// <summary>Reads a version; the failure is a bare 500.</summary>
    public static long Read(string text) =>
        GoNumbers.TryReadVersion(text, out long version) is { } problem
            ? throw new StatusException(GoNumbers.Plain(problem))
            : version;
}
