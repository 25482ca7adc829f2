using System.Security.Cryptography.X509Certificates;
using Webhooks.Client.Configuration;
using Webhooks.Client.Credentials;
using Webhooks.Client.Requests;

namespace Webhooks.Client.Sending;

/// <summary>
/// A way to an API server: connections that are kept and shared, over HTTP/2 where the server has it, as somebody whose
/// credentials are renewed when they end.
/// </summary>
/// <remarks>
/// Thread safe. One is enough for everything but leases, which need a way that other traffic can't block
/// (<see cref="TimeLimits.OfLeases"/>). Where credentials can't be had, requests fail with a <see cref="CredentialException"/>.
/// Reading a body throws as <see cref="SendAsync"/> does: <see cref="HttpRequestException"/> when the connection breaks or the
/// answer is too long, <see cref="TimeoutException"/> when it takes too long; it is read by <c>ReadAsync</c> alone.
/// </remarks>
public sealed class ApiConnection : IApiTransport, IDisposable
{
    private readonly ApiConnectionSettings _settings;
    private readonly FollowedSource<X509Certificate2Collection>? _trusted;
    private readonly CredentialSource _credentials;
    private readonly RequestComposer _composer;
    private readonly ServerWarnings _warnings;
    private readonly RefusalReader _refusals;
    private readonly ConnectionHandlers _handlers;

    private ApiConnection(ClientOptions options, ApiConnectionSettings settings)
    {
        _settings = settings;
        Server = options.Server;
        _trusted = TrustedAuthorities.Of(options, settings);
        Uri? proxy = ProxyChoice.For(options, settings.Sources);
        _composer = new RequestComposer(options, proxy is not null, settings.Product);
        _warnings = new ServerWarnings(options.Server.Authority, settings);
        _refusals = new RefusalReader(settings.Time);
        _handlers = new ConnectionHandlers(new HandlerFactory(options, proxy, settings).Make);
        _credentials = CredentialSource.Of(options, settings);
    }

    /// <summary>Where requests go.</summary>
    public Uri Server { get; }

    /// <summary>Makes a way to a server. It connects with the first request.</summary>
    /// <param name="options">Where to, and who to be.</param>
    /// <param name="settings">How. Default: as they are by default.</param>
    /// <exception cref="ConfigurationException">A file or text of the options is no good: certificates, a proxy, a name to act under; or there are credentials for a server of http.</exception>
    public static ApiConnection Open(ClientOptions options, ApiConnectionSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        settings ??= new ApiConnectionSettings();
        if (options.Server.Scheme != "https" && !options.Credentials.IsNone)
        {
            throw new ConfigurationException("credentials are not sent over http, which would tell them to everybody; write https://, or leave them out");
        }

        if (options.InsecureSkipTlsVerify)
        {
            settings.Logger.Insecure(options.Server.Authority);
        }

        return new ApiConnection(options, settings);
    }

    /// <inheritdoc />
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        Credential credential = await _credentials.CurrentAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendAsAsync(credential, request, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesApiException refusal) when (refusal.Code == 401)
        {
            if (await _credentials.RenewAsync(credential, cancellationToken).ConfigureAwait(false) is not { } renewed)
            {
                throw;
            }

            credential = renewed;
        }

        return await SendAsAsync(credential, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes no more requests. Those under way go on, until their answers are disposed of.</summary>
    public void Dispose()
    {
        _handlers.Dispose();
        _credentials.Dispose();
    }

    private async Task<ApiResponse> SendAsAsync(Credential credential, ApiRequest request, CancellationToken cancellationToken)
    {
        ConnectionHandlers.Loan loan = _handlers.Borrow(_trusted?.Current(), credential.Identity?.Context);
        Exchange exchange = new(request, _settings, loan);
        try
        {
            HttpResponseMessage response = await exchange.SendAsync(_composer.Compose(request, credential.Token), cancellationToken).ConfigureAwait(false);
            _warnings.Note(response.Headers, credential.Token);
            Stream body = await exchange.BodyAsync(cancellationToken).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? new ApiResponse((int)response.StatusCode, body, exchange)
                : throw await _refusals.ReadAsync(response, request.Method.Method, body, credential.Token, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            exchange.Dispose();
            if (failure is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError })
            {
                // Perhaps it is us who trust, or are, what was yesterday.
                _trusted?.Latest();
            }

            throw;
        }
    }
}
