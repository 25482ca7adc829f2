using System.Collections.Immutable;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>Who issues tokens, and for whom.</summary>
internal sealed record TokenOptions
{
    /// <summary>The issuer that tokens name. Default: <c>https://kubernetes.default.svc</c>.</summary>
    public string Issuer { get; init; } = "https://kubernetes.default.svc";

    /// <summary>What a token must be meant for to be good here, and what it is meant for where a request does not say. Default: the issuer.</summary>
    public ImmutableArray<string> Audiences { get; init; } = ["https://kubernetes.default.svc"];
}
