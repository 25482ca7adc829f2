using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>What became of the requests of a run. Thread safe.</summary>
internal sealed class LoadTally
{
    /// <summary>A run that fails this often has shown what it has to show.</summary>
    private const int MostFailures = 20;

    private readonly ConcurrentQueue<string> _failures = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _answered;
    private long _closed;
    private long _goneAway;

    public Latencies Latencies { get; } = new();

    public long Answered => Interlocked.Read(ref _answered);

    public bool HasFailedOften => _failures.Count >= MostFailures;

    /// <summary>A request was answered as it should be.</summary>
    public void Succeeded(TimeSpan time)
    {
        Interlocked.Increment(ref _answered);
        Latencies.Add(time);
    }

    /// <summary>A request was not.</summary>
    public void Failed(string what) => _failures.Enqueue(what);

    /// <summary>A request was sent once more, because its connection was closed before a byte of an answer came.</summary>
    public void RetriedAfterClose() => Interlocked.Increment(ref _closed);

    /// <summary>A request was sent once more, because GOAWAY said that it would not be processed.</summary>
    public void RetriedAfterGoAway() => Interlocked.Increment(ref _goneAway);

    /// <summary>Fails with all that went wrong.</summary>
    public void AssertNoFailures() => Assert.True(_failures.IsEmpty, $"{_failures.Count} requests failed:\n{string.Join("\n\n", _failures)}");

    /// <summary>One line for people.</summary>
    /// <param name="name">What was proven.</param>
    /// <param name="settings">How long, from which seed.</param>
    /// <param name="more">What else there is to tell.</param>
    public string Summary(string name, SoakSettings settings, string more) => string.Create(
        CultureInfo.InvariantCulture,
        $"SOAK {name}: seed {settings.Seed}, {Answered} answered, {Interlocked.Read(ref _closed)} + {Interlocked.Read(ref _goneAway)} retries (closed + GOAWAY), {_failures.Count} failures, p50 {Latencies.Quantile(0.5):F2} ms, p99 {Latencies.Quantile(0.99):F2} ms, {Stopwatch.GetElapsedTime(_started).TotalSeconds:F1} s; {more}");
}
