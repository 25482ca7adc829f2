using System.Threading.Channels;
using Webhooks.Client.Caching;
using Webhooks.Client.Objects;

namespace Webhooks.Tests.Client.Caching;

/// <summary>A handler that keeps what it hears, as texts, for a test that waits for them.</summary>
internal sealed class HeardCalls : IInformerHandler<ConfigMap>
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();

    /// <summary>Is done in each call, after it was kept.</summary>
    public Action<string>? Then { get; set; }

    public void Added(ConfigMap item, bool isInInitialList) => Hear($"{(isInInitialList ? "initial" : "added")} {item.Text()}");

    public void Updated(ConfigMap old, ConfigMap item) => Hear($"updated {old.Text()} to {item.Text()}");

    public void Deleted(ConfigMap last, bool isFinalStateUnknown) => Hear($"deleted {last.Text()}{(isFinalStateUnknown ? " unseen" : "")}");

    /// <summary>The next calls, as many as asked for.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync(int count)
    {
        List<string> taken = [];
        while (taken.Count < count)
        {
            taken.Add(await _calls.Reader.ReadAsync().AsTask().WaitAsync(Longest));
        }

        return taken;
    }

    /// <summary>All calls up to one.</summary>
    public async Task<IReadOnlyList<string>> TakeUntilAsync(string last)
    {
        List<string> taken = [];
        while (taken.LastOrDefault() != last)
        {
            taken.AddRange(await TakeAsync(1));
        }

        return taken;
    }

    /// <summary>The calls that there have been and that nobody took.</summary>
    public IReadOnlyList<string> TakeNow()
    {
        List<string> taken = [];
        while (_calls.Reader.TryRead(out string? call))
        {
            taken.Add(call);
        }

        return taken;
    }

    private void Hear(string call)
    {
        _calls.Writer.TryWrite(call);
        Then?.Invoke(call);
    }
}
