namespace Webhooks.Server.Serving;

/// <summary>Bounds on what clients may ask for.</summary>
/// <param name="MaxBody">The longest body in bytes.</param>
internal sealed record RequestLimits(long MaxBody)
{
    /// <summary>Without <c>--max-body</c>: an object is at most 3 MiB in etcd by default, a review holds two and some more.</summary>
    public const long DefaultMaxBody = 8 * 1024 * 1024;

    /// <summary>How many bodies of the longest kind may be in memory at once.</summary>
    private const int LongestAtOnce = 16;

    /// <summary>Bytes of all bodies that are being read or decided about.</summary>
    public long MaxBodies { get; init; } = MaxBody * LongestAtOnce;

    /// <summary>Connections at once; an idle one costs about 50 KB.</summary>
    public long MaxConnections { get; init; } = 10_000;
}
