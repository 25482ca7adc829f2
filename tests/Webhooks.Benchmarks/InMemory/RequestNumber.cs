namespace Webhooks.Benchmarks.InMemory;

/// <summary>Numbers for requests, each once.</summary>
internal sealed class RequestNumber
{
    private int _next;

    public int Next() => Interlocked.Increment(ref _next);
}
