using Webhooks.Client.Caching;
using Webhooks.Shared.Caching;
using Xunit;

namespace Webhooks.Tests.Client.Caching;

/// <summary>When an informer and its handlers have begun, are told again, and have ended.</summary>
public sealed class InformerSyncTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly DrivenInformer _driven = new();

    public ValueTask DisposeAsync() => _driven.DisposeAsync();

    [Fact]
    public async Task S7_a_resync_tells_those_who_asked_of_all_there_is()
    {
        HeardCalls silent = _driven.Hear();
        HeardCalls asked = _driven.Hear(Minute);
        _driven.Time.Advance(Minute);
        _driven.List(1, Maps.Map("a", 1), Maps.Map("b", 1));
        Assert.Equal(["initial a@1", "initial b@1"], await asked.TakeAsync(2));
        _driven.Time.Advance(Minute / 2);
        _driven.Sink.Set(Maps.Map("b", 2));
        _driven.Time.Advance(Minute / 2);
        _driven.Sink.Set(Maps.Map("c", 3));
        IReadOnlyList<string> told = await asked.TakeUntilAsync("added c@3");
        Assert.Equal("updated b@1 to b@2", told[0]);
        Assert.Equal(["updated a@1 to a@1", "updated b@2 to b@2"], told.Skip(1).SkipLast(1).Order(StringComparer.Ordinal));
        Assert.Equal(["initial a@1", "initial b@1", "updated b@1 to b@2", "added c@3"], await silent.TakeAsync(4));
    }

    [Fact]
    public async Task S7_a_resync_that_is_due_while_the_last_is_told_is_told_next()
    {
        using ManualResetEventSlim release = new();
        HeardCalls calls = new() { Then = call => _ = call.StartsWith("initial", StringComparison.Ordinal) || release.Wait(Longest) };
        _driven.Informer.AddHandler(calls, Minute);
        _driven.List(1, Maps.Map("a", 1));
        await calls.TakeAsync(1);
        _driven.Time.Advance(Minute);
        await calls.TakeAsync(1);
        _driven.Time.Advance(Minute);
        release.Set();
        Assert.Equal(["updated a@1 to a@1"], await calls.TakeAsync(1));
    }

    [Fact]
    public async Task S7_a_handler_that_takes_longer_than_its_period_is_not_buried()
    {
        using ManualResetEventSlim release = new();
        HeardCalls calls = new() { Then = _ => release.Wait() };
        HandlerRegistration registration = _driven.Informer.AddHandler(calls, Minute);
        _driven.List(1, Maps.Map("a", 1));
        await calls.TakeAsync(1);
        _driven.Time.Advance(10 * Minute);
        Assert.Equal(2, registration.Read().Backlog);
        release.Set();
        Assert.Equal(["updated a@1 to a@1"], await calls.TakeAsync(1));
        while (registration.Read().Backlog > 0)
        {
            await Task.Yield();
        }

        _driven.Sink.Set(Maps.Map("z", 2));
        Assert.Equal(["added z@2"], await calls.TakeAsync(1));
    }

    [Fact]
    public async Task S9_an_informer_has_synced_once_the_first_list_is_in_the_cache()
    {
        Task synced = _driven.Informer.WhenSyncedAsync();
        Assert.False(_driven.Informer.HasSynced);
        Assert.False(synced.IsCompleted);
        _driven.List(1, Maps.Map("a", 1), Maps.Map("b", 1));
        Assert.True(_driven.Informer.HasSynced);
        Assert.Equal(2, _driven.Lister.List().Count);
        await synced.WaitAsync(Longest);
        Assert.Contains("Information: Informer maps: 2 objects are known, at version 1", _driven.Logged);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task S9_a_handler_has_synced_once_it_has_returned_from_the_last_object_that_was_there(bool isLate)
    {
        using SemaphoreSlim release = new(0);
        HeardCalls calls = new() { Then = _ => release.Wait() };
        HandlerRegistration? registration = isLate ? null : _driven.Informer.AddHandler(calls);
        _driven.List(1, Maps.Map("a", 1), Maps.Map("b", 1));
        registration ??= _driven.Informer.AddHandler(calls);
        _driven.Sink.Set(Maps.Map("c", 2));
        await calls.TakeAsync(1);
        release.Release();
        await calls.TakeAsync(1);
        Assert.False(registration.HasSynced);
        Assert.True(_driven.Informer.HasSynced);

        release.Release();
        await registration.WhenSynced.WaitAsync(Longest);
        Assert.True(registration.HasSynced);
        Assert.Equal(["added c@2"], await calls.TakeAsync(1));
        release.Release();
    }

    [Fact]
    public async Task S9_an_empty_list_is_one()
    {
        HandlerRegistration early = _driven.Informer.AddHandler(new HeardCalls());
        _driven.List(1);
        await early.WhenSynced.WaitAsync(Longest);
        await _driven.Informer.AddHandler(new HeardCalls()).WhenSynced.WaitAsync(Longest);
    }

    [Fact]
    public async Task A_handler_that_has_left_hears_nothing_more()
    {
        HeardCalls leaving = new();
        HandlerRegistration registration = _driven.Informer.AddHandler(leaving, Minute);
        leaving.Then = _ => registration.Dispose();
        HeardCalls staying = _driven.Hear();
        _driven.List(1, Maps.Map("a", 1), Maps.Map("b", 1));
        Assert.Equal(["initial a@1"], await leaving.TakeAsync(1));
        await registration.DisposeAsync();
        await staying.TakeAsync(2);
        _driven.Time.Advance(Minute);
        _driven.Sink.Set(Maps.Map("c", 2));
        Assert.Equal(["added c@2"], await staying.TakeAsync(1));
        Assert.Empty(leaving.TakeNow());
        Assert.True(registration.WhenSynced.IsCanceled);
        Assert.Single(_driven.Informer.Read().Registrations);
    }

    [Fact]
    public async Task The_end_waits_for_the_call_that_is_under_way_and_lets_none_follow()
    {
        using ManualResetEventSlim release = new();
        HeardCalls calls = _driven.Hear();
        calls.Then = _ => release.Wait();
        _driven.List(1, Maps.Map("a", 1), Maps.Map("b", 1));
        await calls.TakeAsync(1);
        Task ended = _driven.EndAsync();
        while (_driven.Informer.Read().Registrations.Length > 0)
        {
            await Task.Yield();
        }

        Assert.False(ended.IsCompleted);
        release.Set();
        await ended.WaitAsync(Longest);
        Assert.Empty(calls.TakeNow());
        Assert.Equal(2, _driven.Lister.List().Count);
    }

    [Fact]
    public async Task Who_waits_for_an_informer_that_ends_is_released()
    {
        HandlerRegistration registration = _driven.Informer.AddHandler(new HeardCalls());
        Task synced = _driven.Informer.WhenSyncedAsync();
        await _driven.EndAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => synced.WaitAsync(Longest));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => registration.WhenSynced.WaitAsync(Longest));
        Assert.Throws<InvalidOperationException>(() => _driven.Informer.AddHandler(new HeardCalls()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _driven.Informer.RunAsync(default));
    }
}
