using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Server.Certificates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Certificates;

public sealed class HandshakeTests : IDisposable
{
    private readonly TlsSetup _setup = new();

    [Theory]
    [InlineData("RSA", "PKCS#8", false)]
    [InlineData("RSA", "PKCS#1", false)]
    [InlineData("ECDSA", "PKCS#8", false)]
    [InlineData("ECDSA", "SEC1", false)]
    [InlineData("RSA", "PKCS#8", true)]
    [InlineData("RSA", "PKCS#1", true)]
    [InlineData("ECDSA", "PKCS#8", true)]
    [InlineData("ECDSA", "SEC1", true)]
    public async Task Every_kind_of_key_serves_and_the_chain_is_sent(string kind, string format, bool oneFile)
    {
        TestAuthority intermediate = _setup.Root.Intermediate();
        using ECDsa p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using X509Certificate2 leaf = intermediate.Issue(new TestLeaf { Key = kind == "RSA" ? TestKeys.Rsa : p384 });
        string key = format switch
        {
            "PKCS#1" => TestKeys.Pkcs1(leaf),
            "SEC1" => TestKeys.Sec1(leaf),
            _ => TestKeys.Pkcs8(leaf),
        };
        string chain = $"{leaf.ExportCertificatePem()}\n{intermediate.Pem}\n";
        TlsSettings settings = oneFile
            ? new() { CertificateFile = _setup.Folder.Write("both.pem", $"{chain}{key}\n") }
            : new() { CertificateFile = _setup.Folder.Write("tls.crt", chain), KeyFile = _setup.Folder.Write("tls.key", key) };
        await using TlsServer server = new(Load(settings));

        // The client has the root alone: without the intermediate certificate it would refuse.
        TlsConnection connection = await new TlsClient(server, _setup.Root.Certificate).ConnectAsync();
        Assert.Equal(leaf.Thumbprint, connection.Thumbprint);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task TLS_of_today_is_spoken(SslProtocols protocol)
    {
        _setup.Issue();
        await using TlsServer server = new(Load(_setup.Settings));
        TlsConnection connection = await new TlsClient(server, _setup.Root.Certificate) { Protocols = protocol }.ConnectAsync();
        Assert.Equal((protocol, "h2"), (connection.Protocol, connection.Application));
    }

    // By hand: OpenSSL would refuse to say this hello itself.
    [Theory]
    [InlineData(3, new byte[] { 0x16, 0x03, 0x03 })] // TLS 1.2: a handshake record follows
    [InlineData(2, new byte[] { 0x15, 0x03, 0x02, 0x00, 0x02, 0x02, 70 })] // TLS 1.1: fatal alert, protocol_version
    [InlineData(1, new byte[] { 0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 70 })] // TLS 1.0
    public async Task TLS_of_yesterday_is_refused(byte minor, byte[] expected)
    {
        _setup.Issue();
        await using TlsServer server = new(Load(_setup.Settings));
        using TcpClient client = new();
        await client.ConnectAsync(server.Address);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Hello(minor));
        byte[] answer = new byte[expected.Length];
        await stream.ReadExactlyAsync(answer);
        Assert.Equal(expected, answer);
    }

    [Theory]
    [InlineData("h2", "http/1.1", "h2")]
    [InlineData("http/1.1", "h2", "h2")] // the server's choice
    [InlineData("http/1.1", "spdy/3", "http/1.1")]
    public async Task HTTP_2_is_preferred(string first, string second, string expected)
    {
        _setup.Issue();
        await using TlsServer server = new(Load(_setup.Settings));
        TlsClient client = new(server, _setup.Root.Certificate) { Offers = [new SslApplicationProtocol(first), new SslApplicationProtocol(second)] };
        Assert.Equal(expected, (await client.ConnectAsync()).Application);
    }

    [Fact]
    public async Task Who_does_not_negotiate_is_served()
    {
        _setup.Issue();
        await using TlsServer server = new(Load(_setup.Settings));
        Assert.Equal("", (await new TlsClient(server, _setup.Root.Certificate) { Offers = [] }.ConnectAsync()).Application);
    }

    [Fact]
    public void Connections_share_their_options()
    {
        _setup.Issue();
        ServingTls tls = Load(_setup.Settings);
        Assert.Same(tls.ForConnection(), tls.ForConnection());
    }

    public void Dispose() => _setup.Dispose();

    private static ServingTls Load(TlsSettings settings) => ServingTls.Load(settings, TimeProvider.System, NullLogger.Instance);

    // RFC 5246, 7.4.1.2, with ECDHE-ECDSA-AES128-SHA and ECDHE-ECDSA-AES128-GCM-SHA256 on P-256.
    private static byte[] Hello(byte minor)
    {
        byte[] extensions = [0, 10, 0, 4, 0, 2, 0, 23, 0, 11, 0, 2, 1, 0, 0, 13, 0, 4, 0, 2, 4, 3];
        byte[] body = [3, minor, .. new byte[32], 0, 0, 4, 0xC0, 0x09, 0xC0, 0x2B, 1, 0, 0, (byte)extensions.Length, .. extensions];
        byte[] message = [1, 0, 0, (byte)body.Length, .. body];
        return [0x16, 3, 1, 0, (byte)message.Length, .. message];
    }
}
