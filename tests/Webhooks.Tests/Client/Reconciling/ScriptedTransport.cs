using System.Text;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>Answers requests by a function, and keeps them as <c>verb target body</c>.</summary>
internal sealed class ScriptedTransport(Func<SentRequest, string> answer) : IApiTransport
{
    private readonly List<SentRequest> _sent = [];

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SentRequest sent = new(request.Verb, request.Target, Encoding.UTF8.GetString(request.Body.Span));
        lock (_sent)
        {
            _sent.Add(sent);
        }

        MemoryStream body = new(Encoding.UTF8.GetBytes(answer(sent)));
        return Task.FromResult(new ApiResponse(200, body, body));
    }
}
