using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Webhooks.Client.Sending;

/// <summary>
/// Connects to a server whose certificate is for another name than its host. TLS is done here: the handler would take the
/// name from the header <c>Host</c>, which has to say the host. What it is given behind TLS it takes as it is.
/// </summary>
/// <remarks>Thread safe.</remarks>
/// <param name="name">The name, or IP address, for SNI and for the certificate.</param>
/// <param name="makeTls">How a handshake goes; a new one each time.</param>
internal sealed class NamedServer(string name, Func<SslClientAuthenticationOptions> makeTls)
{
    // A handler that met a server without HTTP/2 speaks HTTP/1.1 from then on, and can't take anything else.
    private volatile bool _isOld;

    /// <summary>A connection behind TLS.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        SslStream? secure = null;
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            secure = new SslStream(new NetworkStream(socket, ownsSocket: true));
            SslClientAuthenticationOptions tls = makeTls();
            tls.TargetHost = name;
            tls.ApplicationProtocols = _isOld || context.InitialRequestMessage.Version < HttpVersion.Version20
                ? [SslApplicationProtocol.Http11]
                : [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];
            await secure.AuthenticateAsClientAsync(tls, cancellationToken).ConfigureAwait(false);
            _isOld = secure.NegotiatedApplicationProtocol != SslApplicationProtocol.Http2;
            return secure;
        }
        catch
        {
            if (secure is not null)
            {
                await secure.DisposeAsync().ConfigureAwait(false);
            }

            socket.Dispose();
            throw;
        }
    }
}
