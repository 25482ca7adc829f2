using System.Text;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Access;

/// <summary>Answers requests by their texts, and keeps what was asked. An answer that is a status refuses.</summary>
internal sealed class ScriptedTransport(Func<ApiRequest, string> answer) : IApiTransport
{
    /// <summary>What was asked, in order: method and target.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The bodies that came with it.</summary>
    public List<string> Bodies { get; } = [];

    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Asked.Add(request.ToString());
        Bodies.Add(Encoding.UTF8.GetString(request.Body.Span));
        MemoryStream body = new(Encoding.UTF8.GetBytes(answer(request)));
        return new ApiResponse(200, body, body);
    }
}
