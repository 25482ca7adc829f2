using Webhooks.Client.Credentials;
using Webhooks.Client.Pipeline;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Resources.Api;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Pipeline;

public sealed class RetryingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualTime _time = new();

    private RequestPipelineOptions Options => new() { Time = _time, Chance = new Random(1), QueriesPerSecond = 0 };

    [Theory]
    [InlineData(429, "get", true, true)]
    [InlineData(429, "create", true, true)]
    [InlineData(503, "patch", true, true)]
    [InlineData(503, "delete", false, false)]
    [InlineData(429, "get", false, false)]
    [InlineData(429, "watch", true, false)]
    [InlineData(500, "get", true, false)]
    [InlineData(504, "create", true, false)]
    [InlineData(409, "update", true, false)]
    public Task A_refusal_is_taken_back_where_the_server_says_when(int code, string verb, bool saysWhen, bool isSentAgain) =>
        CheckAsync(verb, Refusal(code, saysWhen ? Second : null), isSentAgain);

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, "get", true)]
    [InlineData(HttpRequestError.ConnectionError, "create", true)]
    [InlineData(HttpRequestError.NameResolutionError, "patch", true)]
    [InlineData(HttpRequestError.ConnectionError, "watch", false)]
    [InlineData(HttpRequestError.ResponseEnded, "get", true)]
    [InlineData(HttpRequestError.ResponseEnded, "list", true)]
    [InlineData(HttpRequestError.ResponseEnded, "watch", false)]
    [InlineData(HttpRequestError.ResponseEnded, "create", false)]
    [InlineData(HttpRequestError.Unknown, "patch", false)]
    [InlineData(HttpRequestError.HttpProtocolError, "delete", false)]
    [InlineData(HttpRequestError.InvalidResponse, "get", true)]
    [InlineData(HttpRequestError.InvalidResponse, "patch", false)]
    [InlineData(HttpRequestError.SecureConnectionError, "get", false)]
    [InlineData(HttpRequestError.ConfigurationLimitExceeded, "get", false)]
    public Task What_may_have_been_done_is_not_done_again(HttpRequestError error, string verb, bool isSentAgain) =>
        CheckAsync(verb, new HttpRequestException(error), isSentAgain);

    [Fact]
    public Task Without_credentials_a_request_fails_at_once() => CheckAsync("get", new CredentialException("none"), isSentAgain: false);

    [Fact]
    public Task What_took_too_long_is_not_begun_anew() => CheckAsync("get", new TimeoutException(), isSentAgain: false);

    [Fact]
    public async Task The_time_that_the_server_asks_for_is_waited()
    {
        ScriptedTransport server = new(Refusal(429, 10 * Second));
        Task asking = Over(server, Options).SendAsync(Request("create"), default);
        _time.Advance(10 * Second - TimeSpan.FromTicks(1));
        Assert.False(asking.IsCompleted);
        Assert.Equal(1, server.Sent);

        _time.Advance(Second);
        await asking;
        Assert.Equal(2, server.Sent);
    }

    [Fact]
    public async Task A_time_that_is_too_long_is_left_to_the_caller()
    {
        ScriptedTransport server = new(Refusal(429, 61 * Second));
        await Assert.ThrowsAsync<KubernetesApiException>(() => Over(server, Options).SendAsync(Request("get"), default));
    }

    [Fact]
    public async Task After_the_last_try_the_failure_is_the_callers()
    {
        ScriptedTransport server = new(Enumerable.Repeat(Refusal(429, Second), 10));
        Task asking = Over(server, Options with { Retries = 3 }).SendAsync(Request("get"), default);
        await _time.AdvanceUntil(asking, Second);
        await Assert.ThrowsAsync<KubernetesApiException>(() => asking);
        Assert.Equal(4, server.Sent);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using CancellationTokenSource cancellation = new();
        ScriptedTransport server = new(Refusal(429, Second));
        Task asking = Over(server, Options).SendAsync(Request("get"), cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(1, server.Sent);
    }

    private async Task CheckAsync(string verb, Exception failure, bool isSentAgain)
    {
        ScriptedTransport server = new(failure);
        Task<ApiResponse> asking = Over(server, Options).SendAsync(Request(verb), default);
        await _time.AdvanceUntil(asking, Second);
        if (isSentAgain)
        {
            Assert.Equal(200, (await asking).Code);
        }
        else
        {
            Assert.Same(failure, await Assert.ThrowsAnyAsync<Exception>(() => asking));
        }

        Assert.Equal(isSentAgain ? 2 : 1, server.Sent);
    }

    private static IApiTransport Over(ScriptedTransport server, RequestPipelineOptions options) => RequestPipeline.Over(server, "server", options);

    private static ApiRequest Request(string verb) => new() { Method = HttpMethod.Get, Target = "/", Verb = verb };

    private static KubernetesApiException Refusal(int code, TimeSpan? retryAfter) => new(new Status { Code = code, Message = "no" }, retryAfter);
}
