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

    /// <param name="options">The server, and who is to be impersonated.</param>
    /// <param name="isProxied">Whether requests go through a proxy.</param>
    /// <param name="product">What the client is.</param>
    /// <exception cref="ConfigurationException">Somebody is to be impersonated who can't be named in headers.</exception>
    public RequestComposer(ClientOptions options, bool isProxied, string product)
    {
        _server = options.Server.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _headers = [new("User-Agent", UserAgent.Of(product)), .. ImpersonationHeaders.Of(options.Impersonation)];

        bool isRepeated = _headers.Any(header => header.Value.Contains(RepeatedHeader.Separator, StringComparison.Ordinal));
        bool isRenamed = isProxied && ServerTls.NameOf(options).Length > 0;
        if (isRenamed)
        {
            _headers.Add(new(HostHeader.Name, Bracketed(ServerTls.NameOf(options))));
        }

        // Over TLS HTTP/2 or 1.1, as the two agree, and without TLS 1.1; but headers that are rewritten are lines of 1.1.
        _newest = isRepeated || isRenamed ? HttpVersion.Version11 : HttpVersion.Version20;
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

    private static string Bracketed(string host) => host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
}
