using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Webhooks.Sandbox.Serving;

/// <summary>The connection below TLS and HTTP, over which a request came.</summary>
internal sealed class Wire(ConnectionContext connection)
{
    // TLS puts its own in its place later.
    private readonly PipeWriter _output = connection.Transport.Output;

    /// <summary>The connection of a request.</summary>
    public static Wire Of(HttpContext context) => context.Features.GetRequiredFeature<Wire>();

    /// <summary>Cuts it: every request on it breaks off.</summary>
    /// <param name="afterSending">Whether what has come down to it is sent before.</param>
    public void Cut(bool afterSending)
    {
        if (afterSending)
        {
            _output.Complete();
        }
        else
        {
            connection.Abort(new ConnectionAbortedException("a fault cut the connection"));
        }
    }
}
