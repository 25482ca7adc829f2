using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class TimeLimitTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiConnectionSettings Settings => new() { Time = _time };

    [Fact]
    public async Task K7_a_server_that_shakes_no_hands_is_given_up()
    {
        // Who only listens is connected to, and says nothing.
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        ApiConnectionSettings settings = new() { Limits = new() { Connect = TimeSpan.FromMilliseconds(50) } };
        using ApiConnection connection = ApiConnection.Open(new ClientOptions { Server = new($"https://localhost:{((IPEndPoint)silent.LocalEndpoint).Port}") }, settings);

        TimeoutException late = await Assert.ThrowsAsync<TimeoutException>(() => connection.SendAsync(KestrelServer.Get, default));
        Assert.StartsWith("GET /: there was no connection to localhost:", late.Message, StringComparison.Ordinal);
        Assert.EndsWith(" within 0.05 s", late.Message, StringComparison.Ordinal);
        Assert.Equal(10 * Second, TimeLimits.Default.Connect);
    }

    [Theory]
    [InlineData("get", HttpProtocols.Http2)]
    [InlineData("get", HttpProtocols.Http1)]
    [InlineData("watch", HttpProtocols.Http2)]
    public async Task K7_an_answer_without_a_head_is_given_up_after_thirty_seconds(string verb, HttpProtocols protocols)
    {
        await using KestrelServer server = await KestrelServer.StartAsync(NeverAsync, protocols: protocols);
        using ApiConnection connection = server.Open(Settings);
        Task<ApiResponse> asking = connection.SendAsync(KestrelServer.Get with { Verb = verb }, default);
        await _asked.Task;

        _time.Advance(30 * Second - TimeSpan.FromMilliseconds(1));
        Assert.False(asking.IsCompleted);
        _time.Advance(Second);
        Assert.Contains("did not answer within 30 s", (await Assert.ThrowsAsync<TimeoutException>(() => asking)).Message, StringComparison.Ordinal);
        await _cut.Task;
    }

    [Theory]
    [InlineData(HttpProtocols.Http2)]
    [InlineData(HttpProtocols.Http1)]
    public async Task K7_a_body_that_drips_is_given_up_after_sixty_seconds(HttpProtocols protocols)
    {
        await using KestrelServer server = await KestrelServer.StartAsync(HeadAsync, protocols: protocols);
        using ApiConnection connection = server.Open(Settings);
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
        Assert.Equal(1, await response.Body.ReadAsync(new byte[10]));

        Task reading = response.Body.ReadAsync(new byte[10]).AsTask();
        _time.Advance(59 * Second);
        Assert.False(reading.IsCompleted);
        _time.Advance(2 * Second);
        Assert.Contains("took longer than 60 s", (await Assert.ThrowsAsync<TimeoutException>(() => reading)).Message, StringComparison.Ordinal);
        response.Dispose();
        await _cut.Task;
    }

    [Theory]
    [InlineData(HttpProtocols.Http2)]
    [InlineData(HttpProtocols.Http1)]
    public async Task K7_the_body_of_a_watch_has_no_limit_and_can_be_cancelled(HttpProtocols protocols)
    {
        await using KestrelServer server = await KestrelServer.StartAsync(HeadAsync, protocols: protocols);
        using ApiConnection connection = server.Open(Settings);
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get with { Verb = "watch" }, default);
        Assert.Equal(1, await response.Body.ReadAsync(new byte[10]));

        using CancellationTokenSource cancellation = new();
        Task reading = response.Body.ReadAsync(new byte[10], cancellation.Token).AsTask();
        _time.Advance(TimeSpan.FromDays(1));
        Assert.False(reading.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        response.Dispose();
        await _cut.Task;
    }

    [Fact]
    public async Task K7_whoever_waits_for_a_head_or_for_a_body_can_cancel()
    {
        await using KestrelServer server = await KestrelServer.StartAsync(NeverAsync);
        using ApiConnection connection = server.Open(Settings);
        using CancellationTokenSource cancellation = new();
        Task asking = connection.SendAsync(KestrelServer.Get, cancellation.Token);
        await _asked.Task;
        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking)).CancellationToken);
        await _cut.Task;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.SendAsync(KestrelServer.Get, cancellation.Token));
    }

    [Fact]
    public async Task K7_leases_have_half_of_the_time_to_renew_for_head_and_body_together()
    {
        await using KestrelServer server = await KestrelServer.StartAsync(HeadAsync);
        using ApiConnection connection = server.Open(Settings with { Limits = TimeLimits.OfLeases(10 * Second) });
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
        Task reading = response.Body.CopyToAsync(Stream.Null);

        _time.Advance(5 * Second);
        await Assert.ThrowsAsync<TimeoutException>(() => reading);
    }

    private async Task NeverAsync(HttpContext context)
    {
        _asked.TrySetResult();
        await EndOf(context);
    }

    private async Task HeadAsync(HttpContext context)
    {
        await context.Response.WriteAsync("[");
        await context.Response.Body.FlushAsync();
        await EndOf(context);
    }

    // The fact that the connection, or the stream of it, is closed.
    private async Task EndOf(HttpContext context)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => _cut.TrySetResult(), TaskScheduler.Default);
    }
}
