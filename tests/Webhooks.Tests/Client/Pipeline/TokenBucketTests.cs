using Webhooks.Client.Pipeline;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Pipeline;

public sealed class TokenBucketTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ManualTime _time = new();
    private readonly TokenBucket _bucket;

    public TokenBucketTests() => _bucket = new TokenBucket(perSecond: 10, burst: 3, _time);

    [Fact]
    public async Task It_gives_a_burst_and_then_its_rate_in_the_order_of_those_who_wait()
    {
        Assert.All(Take(3), taken => Assert.True(taken.IsCompleted));
        Task[] waiting = Take(3);
        for (int got = 0; got < waiting.Length; got++)
        {
            Assert.All(waiting[got..], task => Assert.False(task.IsCompleted));
            _time.Advance(Interval);
            await waiting[got];
        }
    }

    [Fact]
    public async Task It_holds_no_more_than_a_burst_however_long_it_is_quiet()
    {
        await Task.WhenAll(Take(3));
        _time.Advance(TimeSpan.FromDays(1));
        Task[] taken = Take(4);
        await Task.WhenAll(taken[..3]);
        Assert.False(taken[3].IsCompleted);
    }

    [Fact]
    public async Task One_who_gives_up_leaves_its_token_to_the_next()
    {
        using CancellationTokenSource cancellation = new();
        await Task.WhenAll(Take(3));
        Task first = _bucket.TakeAsync(cancellation.Token).AsTask();
        Task second = Take(1)[0];
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        _time.Advance(Interval);
        await second;
    }

    [Fact]
    public async Task A_token_that_is_put_back_is_there_for_whoever_waits()
    {
        await Task.WhenAll(Take(3));
        Task waiting = Take(1)[0];
        Assert.False(waiting.IsCompleted);
        _bucket.Return();
        await waiting;
    }

    [Fact]
    public async Task Whoever_has_given_up_already_takes_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bucket.TakeAsync(new CancellationToken(true)).AsTask());
        Assert.All(Take(3), taken => Assert.True(taken.IsCompleted));
    }

    private Task[] Take(int count) => [.. Enumerable.Range(0, count).Select(_ => _bucket.TakeAsync(default).AsTask())];
}
