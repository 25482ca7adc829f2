using System.Collections.Concurrent;
using System.Globalization;
using Webhooks.Client.Objects;
using Webhooks.Shared.Caching;
using Xunit;

namespace Webhooks.Tests.Client.Caching;

/// <summary>Invariants that only many threads can break, each in a test of its number.</summary>
public sealed class InformerRaceTests : IAsyncDisposable
{
    private const int Names = 20;
    private const int Changes = 20_000;

    private readonly DrivenInformer _driven = new();

    public ValueTask DisposeAsync() => _driven.DisposeAsync();

    [Fact]
    public async Task S1_a_reader_never_sees_a_version_go_back()
    {
        _driven.List(1, [.. Enumerable.Range(0, Names).Select(index => Maps.Map($"m{index}", 1))]);
        using CancellationTokenSource end = new();
        Task<int>[] readers = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => Read(end.Token)))];
        Random random = new(1);
        for (int version = 2; version < Changes; version++)
        {
            string name = $"m{random.Next(Names)}";
            _driven.Sink.Set(Maps.Map(name, version));
            _driven.Sink.Set(Maps.Map(name, version - 1));
        }

        await end.CancelAsync();
        Assert.All(await Task.WhenAll(readers), looks => Assert.True(looks > 0));

        int Read(CancellationToken cancellationToken)
        {
            Dictionary<string, long> seen = [];
            int looks = 0;
            do
            {
                foreach (ConfigMap map in _driven.Lister.List())
                {
                    long version = long.Parse(map.Metadata.ResourceVersion, CultureInfo.InvariantCulture);
                    Assert.True(seen.GetValueOrDefault(map.Metadata.Name) <= version, $"{map.Text()} was at {seen.GetValueOrDefault(map.Metadata.Name)}");
                    seen[map.Metadata.Name] = version;
                }

                looks++;
            }
            while (!cancellationToken.IsCancellationRequested);
            return looks;
        }
    }

    [Fact]
    public async Task S4_a_hundred_handlers_that_come_during_churn_miss_nothing_and_hear_nothing_twice()
    {
        ConcurrentQueue<string> problems = [];
        ConcurrentBag<FoldingHandler> handlers = [];
        _driven.List(1);
        Task coming = Task.Run(() => Parallel.For(0, 100, index =>
        {
            FoldingHandler handler = new($"h{index}", _driven.Lister, resyncs: false, goesBack: false, problems);
            handlers.Add(handler);
            _driven.Informer.AddHandler(handler);
        }));
        Random random = new(1);
        Dictionary<string, ConfigMap> expected = [];
        for (int version = 2; version < Changes || !coming.IsCompleted; version++)
        {
            ConfigMap map = Maps.Map($"m{random.Next(Names)}", version);
            if (random.Next(3) == 0)
            {
                _driven.Sink.Remove(map);
                expected.Remove(map.Metadata.Name);
            }
            else
            {
                _driven.Sink.Set(map);
                expected[map.Metadata.Name] = map;
            }
        }

        await coming;
        expected.Add(FoldingHandler.Last, Maps.Map(FoldingHandler.Last, long.MaxValue));
        _driven.Sink.Set(expected[FoldingHandler.Last]);
        await Task.WhenAll(handlers.Select(handler => handler.HeardLast)).WaitAsync(TimeSpan.FromMinutes(1));
        await _driven.EndAsync();
        Assert.Empty(problems);
        Assert.Equal(100, handlers.Count);
        Assert.All(handlers, handler => Assert.Equal(expected.Values.Texts(), handler.Copy));
        Assert.Equal(expected.Values.Texts(), _driven.Lister.List().Texts());
    }
}
