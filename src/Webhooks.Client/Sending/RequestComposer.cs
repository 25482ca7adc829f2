using System.Net;
using Webhooks.Client.Configuration;
using Webhooks.Client.Requests;

namespace Webhooks.Client.Sending;

/// <summary>Makes of a request what goes over the wire to one server: address, headers, body.</summary>
internal sealed class RequestComposer
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _server;
    private readonly List<KeyValuePair<string, string>> _headers;
    private readonly Version _newest;

    /// <exception cref="ConfigurationException">Somebody is to be impersonated who can't be named in headers.</exception>
    public RequestComposer(ClientOptions options, string product)
    {
        _server = options.Server.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _headers = [new("User-Agent", UserAgent.Of(product)), .. ImpersonationHeaders.Of(options.Impersonation)];

        // Over TLS HTTP/2 or 1.1, as the two agree, and without TLS 1.1; but headers that are repeated are lines of 1.1.
        _newest = _headers.Any(header => header.Value.Contains(RepeatedHeader.Separator, StringComparison.Ordinal)) ? HttpVersion.Version11 : HttpVersion.Version20;
        if (options.TlsServerName.Length > 0 && options.Server.Scheme == "https")
        {
            // The handler takes the name for SNI and for the certificate from here, and from nowhere else.
            _headers.Add(new("Host", options.TlsServerName));
        }
    }

    /// <exception cref="ArgumentException">The target is none: it could lead to another host.</exception>
    public HttpRequestMessage Compose(ApiRequest request, string? token)
    {
        // "@other/" behind a host would make a user of the host.
        if (!request.Target.StartsWith('/') || request.Target.AsSpan().ContainsAnyExceptInRange('!', '~') || request.Target.Contains('#', StringComparison.Ordinal))
        {
            throw new ArgumentException("the target of a request begins with a slash, is escaped and has no fragment", nameof(request));
        }

        HttpRequestMessage message = new(request.Method, new Uri(_server + request.Target, AsWritten))
        {
            Version = _newest,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        foreach ((string name, string value) in _headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (token is not null)
        {
            message.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (request.ContentType.Length > 0)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        return message;
    }
}
