using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Webhooks.Client.Pipeline;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Client.Sending;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Pipeline;

public sealed class RequestPipelineTests
{
    private readonly ManualTime _time = new();
    private readonly ConcurrentQueue<string> _measured = [];

    [Fact]
    public async Task Requests_are_counted_by_code_method_and_host_and_each_try_is_one()
    {
        int asked = 0;
        await using KestrelServer server = await KestrelServer.StartAsync(context =>
        {
            context.Response.StatusCode = Interlocked.Increment(ref asked) == 1 ? 429 : 200;
            context.Response.Headers.RetryAfter = "1";
            return context.Response.WriteAsync("{}");
        });
        using MeterListener listener = Listen(server.Address.Authority);
        using ApiConnection connection = server.Open();
        Task<ApiResponse> asking = RequestPipeline.Over(connection, new() { Time = _time }).SendAsync(KestrelServer.Get, default);
        await _time.AdvanceUntil(asking, TimeSpan.FromSeconds(1));
        (await asking).Dispose();
        Assert.Equal(
            [
                "rest_client_rate_limiter_duration_seconds verb=get",
                "rest_client_requests_total code=429 method=GET",
                "rest_client_request_duration_seconds verb=get",
                "rest_client_request_retries_total code=429 verb=get",
                "rest_client_rate_limiter_duration_seconds verb=get",
                "rest_client_requests_total code=200 method=GET",
                "rest_client_request_duration_seconds verb=get",
            ],
            _measured);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_counted_as_an_error()
    {
        using MeterListener listener = Listen("nowhere");
        IApiTransport pipeline = RequestPipeline.Over(new ScriptedTransport(new TimeoutException()), "nowhere", new() { Time = _time });
        await Assert.ThrowsAsync<TimeoutException>(() => pipeline.SendAsync(KestrelServer.Get with { Verb = "watch" }, default));
        Assert.Equal(["rest_client_requests_total code=<error> method=GET", "rest_client_request_duration_seconds verb=watch"], _measured);
    }

    [Fact]
    public async Task Requests_beyond_the_burst_wait_for_their_turn_and_watches_do_not()
    {
        ScriptedTransport server = new();
        IApiTransport pipeline = RequestPipeline.Over(server, "server", new() { Time = _time, QueriesPerSecond = 1, Burst = 2 });
        await pipeline.SendAsync(KestrelServer.Get, default);
        await pipeline.SendAsync(KestrelServer.Get, default);
        Task third = pipeline.SendAsync(KestrelServer.Get, default);
        await pipeline.SendAsync(KestrelServer.Get with { Verb = "watch" }, default);
        Assert.False(third.IsCompleted);
        Assert.Equal(3, server.Sent);

        _time.Advance(TimeSpan.FromSeconds(1));
        await third;
    }

    [Fact]
    public async Task A_request_that_is_given_up_takes_nobodys_turn()
    {
        ScriptedTransport server = new();
        using CancellationTokenSource cancellation = new();
        IApiTransport pipeline = RequestPipeline.Over(server, "server", new() { Time = _time, QueriesPerSecond = 1, Burst = 1 });
        await pipeline.SendAsync(KestrelServer.Get, default);
        Task given = pipeline.SendAsync(KestrelServer.Get, cancellation.Token);
        Task next = pipeline.SendAsync(KestrelServer.Get, default);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);

        _time.Advance(TimeSpan.FromSeconds(1));
        await next;
        Assert.Equal(2, server.Sent);
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, -1)]
    public void Options_without_a_meaning_are_an_error_at_once(double rate, int burst, int retries) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => RequestPipeline.Over(new ScriptedTransport(), "server", new() { QueriesPerSecond = rate, Burst = burst, Retries = retries }));

    // Other tests send requests meanwhile: only those to this host count.
    private MeterListener Listen(string host)
    {
        MeterListener listener = new()
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == RequestMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags, host));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags, host));
        listener.Start();
        return listener;
    }

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags, string host)
    {
        if (tags.Contains(KeyValuePair.Create<string, object?>("host", host)))
        {
            _measured.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray().Where(tag => tag.Key != "host").Select(tag => $"{tag.Key}={tag.Value}"))}");
        }
    }
}
