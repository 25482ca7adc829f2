using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Admission.Injection;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Server.Clusters;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Clusters;

/// <summary>The version of an API server, asked for until it answers.</summary>
public sealed class ServerVersionQueryTests
{
    private readonly ManualTime _time = new();
    private readonly Queue<Func<ApiResponse>> _script = new();
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("""{"major":"1","minor":"36","gitVersion":"v1.36.2"}""", "1.36")]
    [InlineData("""{"gitVersion":"v1.28.3+k3s1"}""", "1.28")]
    [InlineData("""{"gitVersion":"latest"}""", null)]
    [InlineData("""{"gitVersion":7}""", null)]
    [InlineData("[]", null)]
    [InlineData("", null)]
    [InlineData("<html>", null)]
    public async Task It_is_what_the_server_says(string answer, string? version)
    {
        _script.Enqueue(() => Answer(answer));
        Assert.Equal(version, (await FindAsync())?.ToString());
        Assert.Equal(["GET /version"], _asked);
    }

    [Fact]
    public async Task A_server_that_does_not_tell_is_not_asked_again()
    {
        _script.Enqueue(() => throw Refusal(403));
        Assert.Null(await FindAsync());
        Assert.Single(_asked);
    }

    [Fact]
    public async Task A_server_that_is_away_is_asked_until_it_answers()
    {
        _script.Enqueue(() => throw new IOException("away"));
        _script.Enqueue(() => throw new TimeoutException());
        _script.Enqueue(() => throw Refusal(500));
        _script.Enqueue(() => throw Refusal(429));
        _script.Enqueue(() => Answer("""{"gitVersion":"v1.36.2"}"""));
        Task<KubeVersion?> finding = FindAsync();
        while (!finding.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("1.36", (await finding)?.ToString());
        Assert.Equal(5, _asked.Count);
    }

    [Fact]
    public async Task It_ends_when_it_is_cancelled()
    {
        using CancellationTokenSource stop = new();
        _script.Enqueue(() => throw new IOException("away"));
        Task<KubeVersion?> finding = ServerVersionQuery.FindAsync(new Scripted(this), _time, NullLogger.Instance, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => finding);
    }

    private Task<KubeVersion?> FindAsync() => ServerVersionQuery.FindAsync(new Scripted(this), _time, NullLogger.Instance, CancellationToken.None);

    private static ApiResponse Answer(string text) => new(200, new MemoryStream(Encoding.UTF8.GetBytes(text)), Stream.Null);

    private static KubernetesApiException Refusal(int code) => new(new Status { Code = code, Message = "no" });

    private sealed class Scripted(ServerVersionQueryTests test) : IApiTransport
    {
        public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
        {
            test._asked.Add(request.ToString());
            return Task.FromResult(test._script.Dequeue()());
        }
    }
}
