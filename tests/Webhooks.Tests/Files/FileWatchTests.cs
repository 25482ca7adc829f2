using Webhooks.Server.Files;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Files;

public sealed class FileWatchTests
{
    private readonly ManualTime _time = new();
    private string _stamp = "a";

    [Fact]
    public void What_was_marked_is_no_change()
    {
        FileWatch watch = Marked();
        Assert.False(watch.Look());
        _stamp = "b";
        Assert.True(watch.Look());
        Assert.False(watch.Look());
    }

    [Fact]
    public async Task A_change_calls_back_once_at_the_next_look()
    {
        int changes = 0;
        using CancellationTokenSource cancellation = new();
        SemaphoreSlim looks = new(0);
        FileWatch watch = new(() => { looks.Release(); return _stamp; }, _time);
        watch.Mark();
        await looks.WaitAsync();
        Task running = watch.RunAsync(() => changes++, cancellation.Token);
        await LookAsync(looks);
        _stamp = "b";
        await LookAsync(looks);
        await LookAsync(looks);
        await cancellation.CancelAsync();
        await running;
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task Each_look_tells_whether_anything_changed()
    {
        List<bool> told = [];
        using CancellationTokenSource cancellation = new();
        SemaphoreSlim looks = new(0);
        FileWatch watch = Marked();
        Task running = watch.EachLookAsync(
            isChanged =>
            {
                told.Add(isChanged);
                looks.Release();
            },
            cancellation.Token);
        await LookAsync(looks);
        _stamp = "b";
        await LookAsync(looks);
        await LookAsync(looks);
        await cancellation.CancelAsync();
        await running;
        Assert.Equal([false, true, false], told);
    }

    [Fact]
    public async Task What_the_callback_throws_ends_the_watch()
    {
        FileWatch watch = Marked();
        Task running = watch.EachLookAsync(_ => throw new InvalidOperationException("broken"), CancellationToken.None);
        _time.Advance(FileWatch.Interval);
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => running)).Message);
    }

    private FileWatch Marked()
    {
        FileWatch watch = new(() => _stamp, _time);
        watch.Mark();
        return watch;
    }

    private async Task LookAsync(SemaphoreSlim looks)
    {
        _time.Advance(FileWatch.Interval);
        await looks.WaitAsync();
    }
}
