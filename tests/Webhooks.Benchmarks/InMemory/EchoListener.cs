using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Webhooks.Sandbox.Serving;

namespace Webhooks.Benchmarks.InMemory;

/// <summary>The floor: the same Kestrel with the same TLS, that sends back what it gets, or bytes that lie ready.</summary>
/// <remarks><c>?bytes=N</c> for an answer of that length, <c>?bytes=N&amp;lines=M</c> for as many of them, each sent when it is written.</remarks>
internal sealed class EchoListener : IAsyncDisposable
{
    private static readonly byte[] Ready = new byte[128 * 1024 * 1024];

    private readonly SandboxAuthority _authority;
    private readonly X509Certificate2 _serving;
    private readonly Listener _listener;

    private EchoListener(SandboxAuthority authority, X509Certificate2 serving, Listener listener) =>
        (_authority, _serving, _listener) = (authority, serving, listener);

    public Uri Address => _listener.Address;

    public X509Certificate2 Authority => X509CertificateLoader.LoadCertificate(_authority.Certificate.RawData);

    public static async Task<EchoListener> StartAsync()
    {
        SandboxAuthority authority = new(DateTimeOffset.UtcNow);
        X509Certificate2 serving = authority.IssueServing();
        return new EchoListener(authority, serving, await Listener.Start(0, serving, Answer, default));
    }

    public X509Certificate2 IssueClientCertificate() => _authority.IssueClient("admin", ["system:masters"]);

    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        _serving.Dispose();
        _authority.Dispose();
    }

    private static async Task Answer(HttpContext context)
    {
        if (!int.TryParse(context.Request.Query["bytes"], CultureInfo.InvariantCulture, out int bytes))
        {
            ReadOnlyMemory<byte> body = await RequestBodies.Read(context.Request, context.RequestAborted);
            context.Response.ContentLength = body.Length;
            await context.Response.BodyWriter.WriteAsync(body);
            return;
        }

        int lines = int.TryParse(context.Request.Query["lines"], CultureInfo.InvariantCulture, out int count) ? count : 1;
        context.Response.ContentLength = (long)bytes * lines;
        for (; lines > 0; lines--)
        {
            await context.Response.BodyWriter.WriteAsync(Ready.AsMemory(0, bytes), context.RequestAborted);
        }
    }
}
