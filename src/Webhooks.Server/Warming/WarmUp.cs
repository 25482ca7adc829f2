using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Embedded;
using Webhooks.Server.Certificates;
using Webhooks.Server.Logging;
using Webhooks.Server.Metrics;
using Webhooks.Server.Serving;

namespace Webhooks.Server.Warming;

/// <summary>
/// Runs what the first caller would else wait for: a server like ours, on a loopback port of its own, with a certificate
/// and a template of its own, is asked a few times over both versions of HTTP, and is gone again.
/// </summary>
/// <remarks>Not our own server: that may ask for a client certificate that we have not, and would count the calls.</remarks>
internal static class WarmUp
{
    private static readonly IPAddress Host = IPAddress.Loopback;
    private const string Template = "warm-up";

    /// <summary>What people wait for, and a review of each.</summary>
    private static readonly (string Path, string Resource)[] Reviews = [("/mutate", "review.json"), ("/validate/users", "user.json")];

    /// <summary>From the 30th call on the runtime compiles code anew, better; it does so in the background.</summary>
    private const int Calls = 32;

    private const int OldCalls = 4;

    /// <summary>Warms up. Takes some hundred milliseconds.</summary>
    /// <param name="format">What log lines look like.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RunAsync(LogFormat format, CancellationToken cancellation)
    {
        TemplatesInForce templates = new();
        TemplateFile file = new($"{Template}.yaml", Resource("template.yaml"));
        templates.Replace(TemplateLoader.Load([file], InjectionOptions.DefaultPrefix).Templates);
        IReadOnlyList<Webhook> webhooks = WebhookCatalog.Of(InjectionOptions.Default, templates);

        using X509Certificate2 certificate = Certificate();
        SslServerAuthenticationOptions tls = new()
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
            ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11],
        };
        using BoundPort port = BoundPort.Take(Host, 0, "warm-up");
        AdmissionRecord record = new(new MetricRegistry(), new UnseenLog(LineFormatter.Of(format, TimeProvider.System)), TimeProvider.System);
        WebApplication server = AdmissionServer.Create(
            port, () => tls, new ClientGate(new ClientNames([])), new Parting(), webhooks, new RequestLimits(RequestLimits.DefaultMaxBody), record, NullLoggerFactory.Instance);
        await using (server.ConfigureAwait(false))
        {
            await server.StartAsync(cancellation).ConfigureAwait(false);
            foreach ((string path, string resource) in Reviews)
            {
                Uri url = new($"https://{Host}:{port.Number}{path}");
                byte[] review = Resource(resource);
                await WarmUpClient.PostAsync(url, certificate, review, HttpVersion.Version20, Calls, cancellation).ConfigureAwait(false);
                await WarmUpClient.PostAsync(url, certificate, review, HttpVersion.Version11, OldCalls, cancellation).ConfigureAwait(false);
            }

            await server.StopAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static X509Certificate2 Certificate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new($"CN={Host}", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(Host);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddMinutes(-5), now.AddHours(1));
    }

    private static byte[] Resource(string name) => EmbeddedFile.Read(typeof(WarmUp).Assembly, $"Webhooks.Server.Warming.{name}");
}
