using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Webhooks.Benchmarks.Http2;

/// <summary>
/// One HTTP/2 connection over TLS that costs its caller as little as it can: no task, no lock, no object per
/// request. One thread posts, flushes and receives in turn.
/// </summary>
internal sealed class Http2Connection : IDisposable
{
    // What Go's client, and so an API server, announces.
    private const uint StreamWindow = 4 * 1024 * 1024;
    private const int ConnectionWindow = 1 << 30;
    private const uint MaxHeaderList = 10 * 1024 * 1024;
    private const int DefaultWindow = 65_535;

    private readonly SslStream _tls;
    private readonly FrameWriter _writer = new();
    private readonly HeaderEncoder _encoder = new();
    private readonly PeerSettings _peer = new();
    private readonly byte[] _received = new byte[128 * 1024];
    private int _start;
    private int _end;
    private int _nextStream = 1;
    private int _open;
    private int _sendWindow = DefaultWindow;
    private int _unacknowledged;
    private bool _settled;

    private Http2Connection(SslStream tls) => _tls = tls;

    /// <summary>Whether the server has said that it takes no further streams.</summary>
    public bool HasGoneAway { get; private set; }

    /// <summary>Connects to a port of the loopback interface and returns once both sides know each other's settings.</summary>
    /// <param name="port">The server's.</param>
    /// <param name="authority">The only CA that is trusted; the server's name is localhost.</param>
    /// <exception cref="IOException">Nobody listens, or the server does not speak HTTP/2.</exception>
    public static Http2Connection Open(int port, X509Certificate2 authority)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        SslStream tls = new(new NetworkStream(socket, ownsSocket: true));
        X509ChainPolicy trust = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(authority);
        tls.AuthenticateAsClient(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            CertificateChainPolicy = trust,
            // What Go asks for first where the processor knows AES; OpenSSL would ask for 256 bits.
            CipherSuitesPolicy = OperatingSystem.IsWindows() ? null : new CipherSuitesPolicy([TlsCipherSuite.TLS_AES_128_GCM_SHA256]),
        });
        Http2Connection connection = new(tls);
        connection.Greet();
        return connection;
    }

    /// <summary>Whether the server allows another stream with a body of that many bytes now; if not, receive first.</summary>
    public bool CanPost(int length) => !HasGoneAway && _open < _peer.MaxConcurrentStreams && length <= _sendWindow;

    /// <summary>Puts a request into the next flush.</summary>
    /// <returns>Its stream.</returns>
    /// <exception cref="InvalidOperationException">It may not be posted now, or never, being longer than a new stream may take.</exception>
    public int Post(PostRequest request)
    {
        ReadOnlySpan<byte> body = request.Body.Span;
        if (!CanPost(body.Length) || body.Length > _peer.InitialWindowSize)
        {
            throw new InvalidOperationException($"the server takes no stream of {body.Length} bytes now");
        }

        int stream = _nextStream;
        _nextStream += 2;
        _open++;
        _sendWindow -= body.Length;
        _writer.Frame(FrameType.Headers, FrameHeader.EndHeaders, stream, _encoder.Encode(request.Fields));
        for (; body.Length > _peer.MaxFrameSize; body = body[_peer.MaxFrameSize..])
        {
            _writer.Frame(FrameType.Data, FrameHeader.None, stream, body[.._peer.MaxFrameSize]);
        }

        _writer.Frame(FrameType.Data, FrameHeader.EndStream, stream, body);
        return stream;
    }

    /// <summary>Sends what waits.</summary>
    public void Flush()
    {
        if (!_writer.Written.IsEmpty)
        {
            _tls.Write(_writer.Written);
            _writer.Clear();
        }
    }

    /// <summary>Waits for bytes and hands over what is complete of them.</summary>
    /// <exception cref="EndOfStreamException">The server closed the connection.</exception>
    public void Receive(IResponses responses)
    {
        if (_start > 0)
        {
            _received.AsSpan(_start.._end).CopyTo(_received);
            (_start, _end) = (0, _end - _start);
        }

        int read = _tls.Read(_received.AsSpan(_end));
        if (read == 0)
        {
            throw new EndOfStreamException("the server closed the connection");
        }

        _end += read;
        while (_end - _start >= FrameHeader.Size)
        {
            FrameHeader header = FrameHeader.Read(_received.AsSpan(_start));
            if (_end - _start < FrameHeader.Size + header.Length)
            {
                break;
            }

            Take(header, _received.AsSpan(_start + FrameHeader.Size, header.Length), responses);
            _start += FrameHeader.Size + header.Length;
        }
    }

    public void Dispose() => _tls.Dispose();

    private void Greet()
    {
        _writer.Raw("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8);
        _writer.Settings((Setting.EnablePush, 0u), (Setting.InitialWindowSize, StreamWindow), (Setting.MaxHeaderListSize, MaxHeaderList));
        _writer.WindowUpdate(0, ConnectionWindow);
        Flush();
        while (!_settled)
        {
            Receive(NoResponses.Instance);
        }

        if (_peer.HeaderTableSize < HeaderEncoder.Capacity)
        {
            throw new NotSupportedException($"the server keeps a header table of only {_peer.HeaderTableSize} bytes");
        }

        Flush();
    }

    private void Take(FrameHeader header, ReadOnlySpan<byte> payload, IResponses responses)
    {
        if (header.Type is FrameType.Data or FrameType.Headers && header.Has(FrameHeader.Padded))
        {
            throw new InvalidDataException("a padded frame");
        }

        switch (header.Type)
        {
            case FrameType.Headers:
                // Trailers have no status; nobody here asks for any.
                responses.OnStatus(header.Stream, ResponseStatus.Read(payload));
                break;
            case FrameType.Data:
                Acknowledge(payload.Length);
                responses.OnBody(header.Stream, payload);
                break;
            case FrameType.Reset:
                _open--;
                responses.OnReset(header.Stream, BinaryPrimitives.ReadUInt32BigEndian(payload));
                return;
            case FrameType.Settings when !header.Has(FrameHeader.Ack):
                _peer.Read(payload);
                _writer.Frame(FrameType.Settings, FrameHeader.Ack, 0, []);
                _settled = true;
                return;
            case FrameType.Ping when !header.Has(FrameHeader.Ack):
                _writer.Frame(FrameType.Ping, FrameHeader.Ack, 0, payload);
                return;
            case FrameType.WindowUpdate when header.Stream == 0:
                _sendWindow += BinaryPrimitives.ReadInt32BigEndian(payload);
                return;
            case FrameType.GoAway:
                HasGoneAway = true;
                return;
            default:
                return;
        }

        if (header.Has(FrameHeader.EndStream))
        {
            _open--;
            responses.OnEnd(header.Stream);
        }
    }

    private void Acknowledge(int bytes)
    {
        _unacknowledged += bytes;
        if (_unacknowledged >= ConnectionWindow / 2)
        {
            _writer.WindowUpdate(0, _unacknowledged);
            _unacknowledged = 0;
        }
    }
}
