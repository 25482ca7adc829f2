using Webhooks.Resources.Api;
using Webhooks.Sandbox.Faults;
using Webhooks.Sandbox.Recording;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Watching;

/// <summary>A reflector over real connections.</summary>
public sealed class ReflectorTests
{
    private static readonly FaultMatch Watches = new() { User = "reflector", Verb = "watch" };
    private static readonly FaultMatch Lists = new() { User = "reflector", Verb = "list" };

    [Fact]
    public async Task R13_all_there_is_comes_as_a_watch_that_goes_on()
    {
        await using ReflectedServer reflected = await ReflectedServer.StartAsync();
        await reflected.WriteAsync("a=1", "b=1");
        reflected.Reflect();
        await reflected.ShowsAsync("a=1 b=1");
        await reflected.WriteAsync("b=2", "c=1");
        await reflected.DeleteAsync("a");
        await reflected.ShowsAsync("b=2 c=1");
        Assert.Equal([2], reflected.Sink.Lists);
        await reflected.StopAsync();
        Assert.Equal(["watchlist"], reflected.Asked);
    }

    [Fact]
    public async Task R2_R5_pages_come_one_after_the_other_and_one_that_fails_shows_nothing()
    {
        await using ReflectedServer reflected = await ReflectedServer.StartAsync();
        await reflected.WriteAsync("a=1", "b=1", "c=1");
        reflected.Server.Faults.Add(Watches, new WatchEffect.Error(Status.Expired("too old")), times: 1);
        reflected.Server.Faults.Add(Lists with { Skip = 2 }, FaultEffect.ServiceUnavailable, times: 1);
        reflected.Reflect(usesWatchList: false, pageSize: 2);
        await Eventually.HoldsAsync(() => reflected.Sink.Lists.Count == 2);
        await reflected.WriteAsync("d=1");
        await reflected.ShowsAsync("a=1 b=1 c=1 d=1");
        Assert.Equal([3, 3], reflected.Sink.Lists);
        await reflected.StopAsync();
        Assert.Contains("page", reflected.Asked);
        Assert.Equal(2, reflected.Asked.Count(asked => asked == "watch"));
    }

    [Theory]
    [InlineData("end")]
    [InlineData("cut")]
    [InlineData("truncated")]
    [InlineData("drop")]
    public async Task R6_a_watch_that_ends_goes_on_without_a_list(string fault)
    {
        await using ReflectedServer reflected = await ReflectedServer.StartAsync();
        await reflected.WriteAsync("a=1");
        reflected.Server.Faults.Add(Watches, fault switch
        {
            "end" => new WatchEffect.End(3),
            "cut" => new WatchEffect.Truncation(3),
            "truncated" => new WatchEffect.Truncation(3, IsClean: true),
            _ => new FaultEffect.Drop(),
        }, times: 1);
        reflected.Reflect();
        await reflected.ShowsAsync("a=1");
        await reflected.WriteAsync("b=1", "b=2", "c=1");
        await reflected.DeleteAsync("a");
        await reflected.ShowsAsync("b=2 c=1");
        Assert.Single(reflected.Sink.Lists);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("unknown type")]
    [InlineData("too long")]
    public async Task R10_a_line_that_nobody_understands_is_passed_over(string fault)
    {
        await using ReflectedServer reflected = await ReflectedServer.StartAsync();
        await reflected.WriteAsync("a=1");
        reflected.Server.Faults.Add(Watches, fault switch
        {
            "no JSON" => WatchEffect.NoJson(3),
            "unknown type" => WatchEffect.UnknownType(3),
            _ => WatchEffect.TooLong(20 * 1024 * 1024, 3),
        }, times: 1);
        reflected.Reflect();
        await reflected.ShowsAsync("a=1");
        await reflected.WriteAsync("b=1", "c=1", "d=1");
        await reflected.ShowsAsync("a=1 b=1 c=1 d=1");
        await reflected.StopAsync();
        Assert.Equal(["watchlist"], reflected.Asked);
    }

    [Fact]
    public async Task R11_a_busy_server_is_asked_for_the_watch_again()
    {
        await using ReflectedServer reflected = await ReflectedServer.StartAsync();
        await reflected.WriteAsync("a=1");
        reflected.Server.Faults.Add(Watches, FaultEffect.TooManyRequests(1), times: 1);
        reflected.Reflect(usesWatchList: false);
        await reflected.WatchesAsync(2);
        await reflected.WriteAsync("b=1");
        await reflected.ShowsAsync("a=1 b=1");
        await reflected.StopAsync();
        Assert.Equal(["list 0", "watch", "watch"], reflected.Asked);
    }

    [Fact]
    public async Task R3_what_a_restored_server_has_is_shown_in_the_end()
    {
        await using ReflectedServer reflected = await ReflectedServer.StartAsync();
        await reflected.WriteAsync("a=1", "b=1");
        await reflected.Server.AtRest();
        long revision = reflected.Server.Revision;
        reflected.Reflect();
        await reflected.ShowsAsync("a=1 b=1");
        await reflected.DeleteAsync("a");
        await reflected.WriteAsync("b=2", "c=1");
        await reflected.ShowsAsync("b=2 c=1");
        using (reflected.Server.Faults.Add(Watches, FaultEffect.Expired))
        {
            reflected.Server.RestoreTo(revision);
            await reflected.ShowsAsync("a=1 b=1");
        }

        await reflected.WriteAsync("d=1");
        await reflected.ShowsAsync("a=1 b=1 d=1");
    }

    [Fact]
    public async Task R15_cancelling_closes_the_watch()
    {
        await using ReflectedServer reflected = await ReflectedServer.StartAsync();
        await reflected.WriteAsync("a=1");
        reflected.Reflect();
        await reflected.ShowsAsync("a=1");
        Task<RecordedRequest> seen = reflected.Server.Requests.WaitForAsync(request => request.User == "reflector" && request.End != RequestEnd.None);
        await reflected.StopAsync().WaitAsync(Eventually.Patience);
        Assert.Equal(RequestEnd.Aborted, (await seen).End);
    }
}
