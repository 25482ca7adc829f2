using Webhooks.Client.Requests;

namespace Webhooks.Client.Sending;

/// <summary>One request on its way, and its answer: knows how long each part may take.</summary>
/// <param name="request">The request.</param>
/// <param name="settings">The limits and the clock.</param>
/// <param name="loan">What it goes through; given back at the end.</param>
internal sealed class Exchange(ApiRequest request, ApiConnectionSettings settings, ConnectionHandlers.Loan loan) : IDisposable
{
    private readonly long _started = settings.Time.GetTimestamp();
    private HttpResponseMessage? _response;
    private Stream? _body;

    /// <summary>Sends it and waits for the head of the answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        TimeSpan limit = settings.Limits.Head;
        using CancellationTokenSource late = new(limit, settings.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return _response = await loan.Invoker.SendAsync(message, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw late.IsCancellationRequested
                ? new TimeoutException($"{request}: {Server(message)} did not answer within {limit.TotalSeconds} s", cause)
                : new TimeoutException($"{request}: there was no connection to {Server(message)} within {settings.Limits.Connect.TotalSeconds} s", cause);
        }
        catch (HttpRequestException cause) when (cause.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            throw new HttpRequestException(
                cause.HttpRequestError,
                $"{request}: no TLS connection to {Server(message)}: {cause.InnerException?.Message ?? cause.Message} Check certificate-authority and tls-server-name, and the clock",
                cause);
        }
        catch (HttpRequestException cause)
        {
            throw new HttpRequestException(cause.HttpRequestError, $"{request}: {cause.Message}", cause, cause.StatusCode);
        }
    }

    /// <summary>The body of the answer, with its limits.</summary>
    public async Task<Stream> BodyAsync(CancellationToken cancellationToken)
    {
        Stream content = await _response!.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        bool isEndless = request.Verb == "watch" && _response.IsSuccessStatusCode;
        return _body = isEndless
            ? new AnswerBody(content, request.ToString(), maxLength: -1, Timeout.InfiniteTimeSpan, settings.Time)
            : new AnswerBody(content, request.ToString(), settings.MaxBodyLength, settings.Limits.BodyAfter(settings.Time.GetElapsedTime(_started)), settings.Time);
    }

    public void Dispose()
    {
        _body?.Dispose();
        _response?.Dispose();
        loan.Dispose();
    }

    private static string Server(HttpRequestMessage message) => message.RequestUri!.Authority;
}
