using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Server.Clusters;
using Xunit;

namespace Webhooks.Tests.Clusters;

/// <summary>Which failures of an API server somebody has to see to, and what is said of them.</summary>
public sealed class NotedTransportTests
{
    private static readonly Uri Server = new("https://10.0.0.1:6443/");
    private static readonly ApiRequest Request = new() { Method = HttpMethod.Get, Target = "/api/v1/namespaces/n/configmaps", Verb = "list" };

    private readonly List<Exception?> _noted = [];

    [Fact]
    public async Task What_goes_on_alike_is_noted_once()
    {
        Queue<Func<ApiResponse>> script = new([Answer, Refused(403), Refused(403), Gone, Gone, Refused(403), Refused(429), Answer, Answer]);
        NotedTransport transport = new(new Scripted(() => script.Dequeue()()), _noted.Add);
        while (script.Count > 0)
        {
            try
            {
                (await transport.SendAsync(Request, CancellationToken.None)).Dispose();
            }
            catch (Exception failure) when (failure is KubernetesApiException or IOException)
            {
                // Passed on, as it must be.
            }
        }

        Assert.Equal(["KubernetesApiException", "IOException", "KubernetesApiException", null], _noted.Select(one => one?.GetType().Name));

        static ApiResponse Answer() => new(200, Stream.Null, Stream.Null);
        static ApiResponse Gone() => throw new IOException("gone");
        static Func<ApiResponse> Refused(int code) => () => throw Refusal(code, "no");
    }

    [Fact]
    public async Task An_answer_is_passed_on()
    {
        using ApiResponse answer = new(200, Stream.Null, Stream.Null);
        Assert.Same(answer, await SendAsync(() => answer));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refusal_that_stays_is_noted_and_passed_on(int code)
    {
        KubernetesApiException refusal = Refusal(code, "no");
        Assert.Same(refusal, await Assert.ThrowsAsync<KubernetesApiException>(() => SendAsync(() => throw refusal)));
        Assert.Equal([refusal], _noted);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(410)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(504)]
    public async Task A_refusal_that_is_of_every_day_is_passed_on_alone(int code)
    {
        await Assert.ThrowsAsync<KubernetesApiException>(() => SendAsync(() => throw Refusal(code, "no")));
        Assert.Empty(_noted);
    }

    [Fact]
    public async Task Whoever_cancels_need_not_be_told()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(() => SendAsync(() => throw new OperationCanceledException()));
        Assert.Empty(_noted);
    }

    [Fact]
    public void What_is_said_names_the_fix()
    {
        Assert.Equal(
            "configmaps is forbidden; give this account a Role with get, list and watch on configmaps in namespace n (docs/operations.md has one)",
            ClusterFailure.Text(Refusal(403, "configmaps is forbidden"), Server, "a Role with get, list and watch on configmaps in namespace n"));
        Assert.Equal(
            "Unauthorized; https://10.0.0.1:6443/ does not know this account: check the credentials of --kubeconfig or the ServiceAccount",
            ClusterFailure.Text(Refusal(401, "Unauthorized"), Server, "a Role"));
        Assert.Equal("https://10.0.0.1:6443/ answered 500: a b", ClusterFailure.Text(Refusal(500, "a\nb"), Server, "a Role"));
        Assert.Equal(
            "https://10.0.0.1:6443/ can't be reached: not trusted; check the address and the network",
            ClusterFailure.Text(new HttpRequestException("see inner", new IOException("not trusted")), Server, "a Role"));
        Assert.Equal(500, ClusterFailure.Text(Refusal(500, new string('x', 9_999)), Server, "a Role").Length);
    }

    private Task<ApiResponse> SendAsync(Func<ApiResponse> answer) =>
        new NotedTransport(new Scripted(answer), _noted.Add).SendAsync(Request, CancellationToken.None);

    private static KubernetesApiException Refusal(int code, string message) => new(new Status { Code = code, Message = message });

    private sealed class Scripted(Func<ApiResponse> answer) : IApiTransport
    {
        public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return answer();
        }
    }
}
