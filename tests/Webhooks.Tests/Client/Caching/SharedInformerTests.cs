using Xunit;

namespace Webhooks.Tests.Client.Caching;

/// <summary>What handlers of an informer hear, and when, each invariant in a test of its number.</summary>
public sealed class SharedInformerTests : IAsyncDisposable
{
    private readonly DrivenInformer _driven = new();

    public ValueTask DisposeAsync() => _driven.DisposeAsync();

    [Fact]
    public async Task R4_a_relist_tells_of_deletions_nobody_saw_before_all_else()
    {
        HeardCalls calls = _driven.Hear();
        _driven.List(1, Maps.Map("a", 1), Maps.Map("b", 1));
        await calls.TakeAsync(2);
        _driven.List(5, Maps.Map("c", 4), Maps.Map("a", 3));
        Assert.Equal(["deleted b@1 unseen", "added c@4", "updated a@1 to a@3"], await calls.TakeAsync(3));
        Assert.Equal(["a@3", "c@4"], _driven.Lister.List().Texts());
    }

    [Fact]
    public async Task S2_a_handler_finds_in_the_cache_what_it_is_told()
    {
        List<string> found = [];
        HeardCalls calls = _driven.Hear();
        calls.Then = call => found.Add(
            $"{call}: {_driven.Lister.Get(Maps.Key("a"))?.Text()}, {string.Join(' ', _driven.Lister.ByIndex(Maps.ByColor, "red").Texts())}");
        _driven.List(1, Maps.Map("a", 1, "red"));
        await calls.TakeAsync(1);
        _driven.Sink.Set(Maps.Map("a", 2, "red"));
        await calls.TakeAsync(1);
        _driven.Sink.Remove(Maps.Map("a", 3, "red"));
        _driven.Sink.Set(Maps.Map("b", 4));
        await calls.TakeUntilAsync("added b@4");
        await _driven.EndAsync();
        Assert.Equal(["initial a@1: a@1, a@1", "updated a@1 to a@2: a@2, a@2", "deleted a@3: , ", "added b@4: , "], found);
    }

    [Fact]
    public async Task S3_a_slow_handler_hears_everything_in_order_and_delays_itself_alone()
    {
        using ManualResetEventSlim release = new();
        HeardCalls slow = _driven.Hear();
        slow.Then = _ => release.Wait();
        HeardCalls quick = _driven.Hear();
        _driven.List(1, Maps.Map("a", 1));
        await slow.TakeAsync(1);
        string[] expected = [.. Enumerable.Range(2, 100).Select(version => $"updated a@{version - 1} to a@{version}"), "deleted a@200"];
        foreach (int version in Enumerable.Range(2, 100))
        {
            _driven.Sink.Set(Maps.Map("a", version));
        }

        _driven.Sink.Remove(Maps.Map("a", 200));
        await quick.TakeAsync(1);
        Assert.Equal(expected, await quick.TakeAsync(101));
        Assert.Equal([102, 0], await BacklogsAsync());
        release.Set();
        Assert.Equal(expected, await slow.TakeAsync(101));

        // The quick one has told that it hears, and may not have returned.
        async Task<IEnumerable<long>> BacklogsAsync()
        {
            while (_driven.Informer.Read().Registrations[1].Backlog > 0)
            {
                await Task.Yield();
            }

            return _driven.Informer.Read().Registrations.Select(registration => registration.Backlog);
        }
    }

    [Fact]
    public async Task S4_a_handler_that_comes_late_hears_of_all_there_is_and_then_of_every_change()
    {
        _driven.List(3, Maps.Map("a", 1), Maps.Map("b", 2), Maps.Map("c", 3));
        _driven.Sink.Remove(Maps.Map("b", 4));
        HeardCalls calls = _driven.Hear();
        _driven.Sink.Set(Maps.Map("c", 5));
        _driven.Sink.Set(Maps.Map("d", 6));
        Assert.Equal(["initial a@1", "initial c@3"], (await calls.TakeAsync(2)).Order(StringComparer.Ordinal));
        Assert.Equal(["updated c@3 to c@5", "added d@6"], await calls.TakeAsync(2));
    }

    [Fact]
    public async Task S8_a_relist_of_what_is_known_reaches_those_alone_who_asked_to_be_told_again()
    {
        HeardCalls silent = _driven.Hear();
        HeardCalls asked = _driven.Hear(TimeSpan.FromHours(1));
        _driven.List(1, Maps.Map("a", 1));
        _driven.List(2, Maps.Map("a", 1));
        _driven.Sink.Set(Maps.Map("a", 1));
        _driven.Sink.Set(Maps.Map("b", 3));
        Assert.Equal(["initial a@1", "added b@3"], await silent.TakeAsync(2));
        Assert.Equal(["initial a@1", "updated a@1 to a@1", "updated a@1 to a@1", "added b@3"], await asked.TakeAsync(4));
    }

    [Fact]
    public async Task S10_a_handler_that_throws_hears_the_next_change_and_so_do_the_others()
    {
        HeardCalls failing = _driven.Hear();
        failing.Then = call => _ = call.EndsWith("a@1", StringComparison.Ordinal) ? throw new InvalidOperationException("at the first") : call;
        HeardCalls other = _driven.Hear();
        _driven.List(1, Maps.Map("a", 1));
        _driven.Sink.Set(Maps.Map("b", 2));
        Assert.Equal(["initial a@1", "added b@2"], await failing.TakeAsync(2));
        Assert.Equal(["initial a@1", "added b@2"], await other.TakeAsync(2));
        Assert.Equal([1, 0], _driven.Informer.Read().Registrations.Select(registration => registration.Failures));
        Assert.Contains("Error: Informer maps: handler HeardCalls failed at ns/a; it goes on with the next change", _driven.Logged);
    }

    [Fact]
    public async Task S12_an_object_made_again_when_nobody_looked_is_deleted_and_added()
    {
        HeardCalls calls = _driven.Hear();
        _driven.List(1, Maps.Map("a", 1, uid: "one"));
        _driven.List(9, Maps.Map("a", 8, uid: "two"));
        Assert.Equal(["initial a@1/one", "deleted a@1/one unseen", "added a@8/two"], await calls.TakeAsync(3));
    }

    [Fact]
    public async Task S1_a_server_that_was_set_back_is_believed_and_counted()
    {
        HeardCalls calls = _driven.Hear();
        _driven.List(9, Maps.Map("a", 9));
        _driven.Sink.Set(Maps.Map("a", 8));
        _driven.List(5, Maps.Map("a", 5));
        Assert.Equal(["initial a@9", "updated a@9 to a@5"], await calls.TakeAsync(2));
        Assert.Equal((1, "5"), (_driven.Informer.Read().SetBacks, _driven.Informer.Read().ResourceVersion));
        Assert.Contains("Warning: Informer maps: the server was set back to version 5, and is believed", _driven.Logged);
    }
}
