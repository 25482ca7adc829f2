using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract.Playback;

/// <summary>A server that gives the recorded answers of one scenario: what a replay of it must find right.</summary>
internal sealed class PlaybackServer : IContractServer
{
    private static readonly ContractAuthority Certificates = new();

    private readonly WebApplication _server;
    private readonly PlaybackScript _script;

    private PlaybackServer(WebApplication server, PlaybackScript script)
    {
        _server = server;
        _script = script;
        Address = new Uri(server.Urls.Single());
    }

    public Uri Address { get; }

    public X509Certificate2 Authority => Certificates.Certificate;

    public X509Certificate2 Administrator => Certificates.Administrator;

    /// <summary>What was sent otherwise than recorded.</summary>
    public IReadOnlyList<string> Complaints => _script.Complaints;

    /// <summary>Starts one on a loopback port.</summary>
    /// <param name="transcript">The scenario.</param>
    /// <param name="isLate">Whether a request that may be repeated is refused the first time.</param>
    public static async Task<PlaybackServer> StartAsync(Transcript transcript, bool isLate = false)
    {
        PlaybackScript script = new(transcript, isLate);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(Certificates.ServerOptions),
        })));
        WebApplication server = builder.Build();
        server.Run(script.AnswerAsync);
        await server.StartAsync();
        return new PlaybackServer(server, script);
    }

    public Task CompactAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
