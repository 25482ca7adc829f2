using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Webhooks.Server.Serving;

/// <summary>
/// The last answer on each connection, which tells its client that there is no next: HTTP/2 by GOAWAY, HTTP/1.1 by
/// <c>Connection: close</c>. Thread safe.
/// </summary>
/// <remarks>
/// A server that closes a connection on its own may do so while the next request is on its way, and such a request is
/// lost: a POST is not sent again. Here the client closes, or knows that it must not send.
/// </remarks>
internal sealed class Parting
{
    private readonly TaskCompletionSource _allGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _hasBegun;

    /// <summary>The connections, and one for as long as nobody has begun to part.</summary>
    private long _held = 1;

    /// <summary>Counts the connections of a listener. Before TLS is set up, so that handshakes count.</summary>
    public void AddTo(ListenOptions listen) => listen.Use(next => async connection =>
    {
        Interlocked.Increment(ref _held);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Release();
        }
    });

    /// <summary>Answers as before, and parts with the client once that has begun.</summary>
    public RequestDelegate Guard(RequestDelegate inner) => context =>
    {
        if (_hasBegun)
        {
            Part(context);
        }

        return inner(context);
    };

    /// <summary>Begins, once, and waits until all connections are gone. One that has only just come gets its answer too.</summary>
    /// <param name="patience">Ends the waiting, without an exception: nobody can part with a client that asks nothing.</param>
    public async Task RunAsync(CancellationToken patience)
    {
        _hasBegun = true;
        using CancellationTokenRegistration end = patience.Register(() => _allGone.TrySetResult());
        Release();
        await _allGone.Task.ConfigureAwait(false);
    }

    private static void Part(HttpContext context)
    {
        if (HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            context.Features.Get<IConnectionLifetimeNotificationFeature>()?.RequestClose();
        }
        else
        {
            context.Response.Headers.Connection = "close";
        }
    }

    private void Release()
    {
        if (Interlocked.Decrement(ref _held) == 0)
        {
            _allGone.TrySetResult();
        }
    }
}
