using System.Threading.Channels;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Caching;

/// <summary>Never answers; requests for one namespace it fails in a way that no server makes it fail.</summary>
internal sealed class SilentTransport : IApiTransport
{
    public const string Fault = "fault";

    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>();

    /// <summary>Waits until so many more have asked.</summary>
    public async Task Asked(int count)
    {
        for (int asked = 0; asked < count; asked++)
        {
            await _asked.Reader.ReadAsync();
        }
    }

    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Target.Contains($"/namespaces/{Fault}/", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("a fault of ours");
        }

        _asked.Writer.TryWrite(request.Target);
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("nobody ends this");
    }
}
