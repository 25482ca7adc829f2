namespace Webhooks.Server.Metrics;

/// <summary>One series that counts. Thread safe, without a lock.</summary>
/// <param name="labels">The values of its labels.</param>
internal sealed class Counter(IReadOnlyList<string> labels)
{
    private long _count;

    /// <summary>The values of its labels.</summary>
    public IReadOnlyList<string> Labels => labels;

    public long Count => Interlocked.Read(ref _count);

    public void Increment() => Interlocked.Increment(ref _count);
}
