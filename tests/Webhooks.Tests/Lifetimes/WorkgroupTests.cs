using Webhooks.Server.Lifetimes;
using Xunit;

namespace Webhooks.Tests.Lifetimes;

public sealed class WorkgroupTests
{
    private readonly List<Exception> _told = [];
    private readonly Workgroup _group;

    public WorkgroupTests()
    {
        _group = new Workgroup(_told.Add);
    }

    [Fact]
    public async Task The_first_part_to_end_stops_the_others_and_all_are_awaited()
    {
        bool isCleanedUp = false;
        _group.Add("ends", _ => Task.CompletedTask);
        _group.Add("cleans", async stop =>
        {
            await Cancellation.WaitAsync(stop);
            await Task.Yield();
            isCleanedUp = true;
        });
        await _group.RunAsync(CancellationToken.None);
        Assert.True(isCleanedUp);
        Assert.Empty(_told);
    }

    [Fact]
    public async Task The_first_failure_is_told_at_once_and_is_that_of_the_group()
    {
        InvalidOperationException first = new("first");
        _group.Add("fails", _ => throw first);
        _group.Add("follows", async stop =>
        {
            await Cancellation.WaitAsync(stop);
            Assert.Equal([first], _told);
            throw new InvalidOperationException("a consequence");
        });
        Assert.Same(first, await Assert.ThrowsAsync<InvalidOperationException>(() => _group.RunAsync(CancellationToken.None)));
        Assert.Equal([first], _told);
    }

    [Fact]
    public async Task Stopped_from_outside_it_ends_without_a_failure()
    {
        using CancellationTokenSource stop = new();
        _group.Add("waits", token => Task.Delay(Timeout.Infinite, token));
        _group.Add("waits too", Cancellation.WaitAsync);
        Task running = _group.RunAsync(stop.Token);
        await stop.CancelAsync();
        await running;
        Assert.Empty(_told);
    }

    [Fact]
    public async Task A_part_that_never_yields_does_not_keep_the_others_from_starting()
    {
        using ManualResetEventSlim started = new();
        _group.Add("stalls", _ =>
        {
            started.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        _group.Add("starts", _ =>
        {
            started.Set();
            return Task.CompletedTask;
        });
        await _group.RunAsync(CancellationToken.None);
        Assert.True(started.IsSet);
    }

    [Fact]
    public async Task How_far_each_part_is_can_be_read()
    {
        using CancellationTokenSource stop = new();
        TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _group.Add("drain", async token =>
        {
            running.SetResult();
            await Cancellation.WaitAsync(token);
        });
        _group.Add("templates", async token =>
        {
            await Cancellation.WaitAsync(token);
            throw new InvalidOperationException("of its own");
        });
        _group.Add("tls", token => Task.Delay(Timeout.Infinite, token));
        Assert.Equal([("drain", PartState.Waiting), ("templates", PartState.Waiting), ("tls", PartState.Waiting)], _group.Parts);
        Task all = _group.RunAsync(stop.Token);
        await running.Task;
        Assert.Equal(("drain", PartState.Running), _group.Parts[0]);
        await stop.CancelAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => all);
        Assert.Equal([("drain", PartState.Ended), ("templates", PartState.Failed), ("tls", PartState.Ended)], _group.Parts);
    }
}
