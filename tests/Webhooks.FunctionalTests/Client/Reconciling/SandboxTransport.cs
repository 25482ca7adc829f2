using System.Text;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Sandbox;
using Webhooks.Resources.Api;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>Sends requests to an in-memory API server, and keeps them; a test may act just before one is sent.</summary>
internal sealed class SandboxTransport(SandboxClient client) : IApiTransport
{
    private readonly List<string> _sent = [];

    /// <summary>Called before a request is sent.</summary>
    public Func<ApiRequest, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Takes what was sent since the last time, each as <c>verb target</c>.</summary>
    public string[] Take()
    {
        lock (_sent)
        {
            string[] taken = [.. _sent];
            _sent.Clear();
            return taken;
        }
    }

    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        await Before(request);
        lock (_sent)
        {
            _sent.Add($"{request.Verb} {request.Target}");
        }

        string? body = request.Body.IsEmpty ? null : Encoding.UTF8.GetString(request.Body.Span);
        HttpResponseMessage response = await client.AskAsync(request.Method, request.Target, body, request.ContentType);
        if (response.IsSuccessStatusCode)
        {
            return new ApiResponse((int)response.StatusCode, await response.Content.ReadAsStreamAsync(cancellationToken), response);
        }

        using (response)
        {
            throw new KubernetesApiException(Status.ReadEmbedded(await SandboxClient.BodyOf(response)));
        }
    }
}
