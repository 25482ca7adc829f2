using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>Sends recorded requests to the byte, as an administrator or as nobody.</summary>
internal sealed class ContractClient : IDisposable
{
    private readonly Uri _address;
    private readonly TimeSpan _patience;
    private readonly HttpClient _administrator;
    private readonly HttpClient _nobody;

    /// <param name="server">Whom it speaks to; its CA alone is trusted.</param>
    /// <param name="patience">How long the beginning of an answer may take.</param>
    public ContractClient(IContractServer server, TimeSpan patience)
    {
        _address = server.Address;
        _patience = patience;
        _administrator = ClientOf(server.Authority, server.Administrator);
        _nobody = ClientOf(server.Authority, certificate: null);
    }

    /// <summary>Sends a request.</summary>
    /// <returns>The answer as soon as it begins; its body is still to be read.</returns>
    /// <exception cref="UnboundException">A placeholder has no value yet.</exception>
    /// <exception cref="HttpRequestException">The server can't be reached, or breaks off.</exception>
    /// <exception cref="TimeoutException">No answer begins in time.</exception>
    public async Task<HttpResponseMessage> SendAsync(RecordedRequest request, Bindings bindings, CancellationToken cancellationToken)
    {
        using HttpRequestMessage message = Compose(_address, request, bindings);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            HttpClient client = request.IsAnonymous ? _nobody : _administrator;
            return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {_patience.TotalSeconds} s");
        }
    }

    /// <summary>The message of a request: the path as recorded, no header that it does not name but Accept.</summary>
    public static HttpRequestMessage Compose(Uri address, RecordedRequest request, Bindings bindings)
    {
        // As recorded: double slashes, escapes and dots must reach the server.
        string path = PlaceholderText.Fill(request.Path, bindings, Uri.EscapeDataString);
        Uri target = new(address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        HttpRequestMessage message = new(new HttpMethod(request.Method), target)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = Content(request, bindings),
        };
        foreach ((string name, string value) in request.Headers.Where(header => !IsOfContent(header.Name)))
        {
            message.Headers.TryAddWithoutValidation(name, PlaceholderText.Fill(value, bindings));
        }

        if (!request.HeaderValues("Accept").Any())
        {
            message.Headers.TryAddWithoutValidation("Accept", "application/json");
        }

        return message;
    }

    private static ByteArrayContent? Content(RecordedRequest request, Bindings bindings)
    {
        string[] types = [.. request.HeaderValues("Content-Type")];
        if (request.Body is null && types.Length == 0)
        {
            return null;
        }

        ByteArrayContent content = new(Encoding.UTF8.GetBytes(Padding.Fill(PlaceholderText.Fill(request.Body ?? "", bindings))));
        Array.ForEach(types, type => content.Headers.TryAddWithoutValidation("Content-Type", type));
        return content;
    }

    private static bool IsOfContent(string name) => name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase);

    private static HttpClient ClientOf(X509Certificate2 authority, X509Certificate2? certificate) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        SslOptions = LoopbackCertificate.ClientOptionsOf(authority, certificate),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public void Dispose()
    {
        _administrator.Dispose();
        _nobody.Dispose();
    }
}
