using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Leases;

/// <summary>The connection of one candidate, which hangs or fails when it is told to.</summary>
internal sealed class LeaseLine(LeaseServer server) : IApiTransport
{
    private TaskCompletionSource? _stall;

    /// <summary>The verbs that were asked for, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The verbs that the server has been asked for.</summary>
    public List<string> Reached { get; } = [];

    /// <summary>The first request, for others to send elsewhere.</summary>
    public ApiRequest? FirstSent { get; private set; }

    /// <summary>What a request fails with instead of reaching the server; <c>null</c>: nothing.</summary>
    public Func<ApiRequest, Exception?> Failure { get; set; } = _ => null;

    /// <summary>What a request fails with although the server did what it asked for; <c>null</c>: nothing.</summary>
    public Func<ApiRequest, Exception?> Loss { get; set; } = _ => null;

    /// <summary>What happens just before the server is asked.</summary>
    public Action<ApiRequest> Before { get; set; } = _ => { };

    /// <summary>How many requests are under way.</summary>
    public int InFlight { get; private set; }

    public int MostInFlight { get; private set; }

    /// <summary>Lets requests hang from now on.</summary>
    public void Stall() => _stall = new TaskCompletionSource();

    /// <summary>Lets those that hang go on.</summary>
    public void Resume()
    {
        TaskCompletionSource? stall = _stall;
        _stall = null;
        stall?.SetResult();
    }

    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FirstSent ??= request;
        Asked.Add(request.Verb);
        MostInFlight = Math.Max(MostInFlight, ++InFlight);
        try
        {
            if (_stall != null)
            {
                await _stall.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            Before(request);
            Throw(Failure(request));
            Reached.Add(request.Verb);
            MemoryStream body = new(server.Answer(request));
            Throw(Loss(request));
            return new ApiResponse(200, body, body);
        }
        finally
        {
            InFlight--;
        }
    }

    private static void Throw(Exception? failure)
    {
        if (failure != null)
        {
            throw failure;
        }
    }
}
