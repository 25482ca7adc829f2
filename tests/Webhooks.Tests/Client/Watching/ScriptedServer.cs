using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Watching;

/// <summary>An API server without a socket: it keeps every request, and answers when and as a script says.</summary>
internal sealed class ScriptedServer : IApiTransport
{
    private int _inFlight;

    /// <summary>All requests, oldest first.</summary>
    public List<ScriptedExchange> Requests { get; } = [];

    /// <summary>How many requests were in flight at once, at most.</summary>
    public int MostInFlight { get; private set; }

    /// <summary>How many requests are in flight.</summary>
    public int InFlight => _inFlight;

    /// <summary>Answers requests as soon as they come; <c>null</c>: they wait.</summary>
    public Action<ScriptedExchange>? Player { get; set; }

    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        MostInFlight = Math.Max(MostInFlight, Interlocked.Increment(ref _inFlight));
        ScriptedExchange exchange = new(request, () => Interlocked.Decrement(ref _inFlight), cancellationToken);
        Requests.Add(exchange);
        Player?.Invoke(exchange);
        return exchange.Response;
    }
}
