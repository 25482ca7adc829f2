using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Authentication;

/// <summary>Finds out who makes a request: by client certificate, by token, or nobody.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class Authenticator(ServiceAccountTokens tokens)
{
    // A connection's certificate is read once.
    private readonly ConditionalWeakTable<X509Certificate2, StrongBox<Caller?>> _owners = [];

    /// <summary>Who makes the request. A certificate beats a token, good or not; neither is <see cref="Caller.Anonymous"/>.</summary>
    /// <param name="authorization">The header <c>Authorization</c>; <c>null</c> for none. Another scheme than Bearer counts as none.</param>
    /// <param name="certificate">The client's certificate, already verified; <c>null</c> for none.</param>
    /// <exception cref="StatusException">The token is not good: 401.</exception>
    public Caller Authenticate(string? authorization, X509Certificate2? certificate)
    {
        if (certificate != null && _owners.GetValue(certificate, Owner).Value is { } owner)
        {
            return owner;
        }

        return BearerToken.Read(authorization) is not { } token
            ? Caller.Anonymous
            : Verify(token, []).Caller ?? throw new StatusException(Status.Unauthorized("Unauthorized"));
    }

    /// <summary>Whose a token is.</summary>
    /// <param name="token">The token, from a stranger.</param>
    /// <param name="audiences">What it must be meant for; empty for this server.</param>
    public TokenVerdict Verify(string token, ImmutableArray<string> audiences) =>
        tokens.Verify(token, audiences.IsEmpty ? tokens.Options.Audiences : audiences);

    private static StrongBox<Caller?> Owner(X509Certificate2 certificate) =>
        new(ClientCertificate.Read(certificate) is { } owner ? Known(owner) : null);

    private static Caller Known(Caller caller) =>
        caller.Name == SystemNames.Anonymous || caller.Groups.Contains(SystemNames.Unauthenticated) ? caller : caller.InGroup(SystemNames.Authenticated);
}
