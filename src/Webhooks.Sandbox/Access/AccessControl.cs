using Webhooks.Sandbox.Access.Authentication;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Access.Escalation;
using Webhooks.Sandbox.Access.Impersonation;
using Webhooks.Sandbox.Access.Reviews;
using Webhooks.Sandbox.Access.Tokens;

namespace Webhooks.Sandbox.Access;

/// <summary>All that one server needs to know who asks and what he may do. A request passes the parts in the order in which they stand here.</summary>
/// <remarks>Thread safe. Dispose of it when the server has stopped.</remarks>
internal sealed class AccessControl : IDisposable
{
    private readonly TokenKey _key = new();

    /// <summary>The parts over these objects, with a token key of their own.</summary>
    /// <param name="source">The server's stored objects.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="options">Who issues tokens, and for whom.</param>
    public AccessControl(IPolicySource source, TimeProvider time, TokenOptions options)
    {
        Policy policy = new(source);
        Tokens = new ServiceAccountTokens(_key, options, source, time);
        Authenticator = new Authenticator(Tokens);
        Authorizer = new Authorizer(policy);
        Impersonator = new Impersonator(Authorizer);
        EscalationGate = new EscalationGate(policy, Authorizer);
        Reviews = new AccessReviews(policy, Authorizer, Authenticator, time);
        TokenRequests = new TokenRequests(Tokens, source, time);
    }

    /// <summary>Finds out who asks.</summary>
    public Authenticator Authenticator { get; }

    /// <summary>Lets him act as somebody else.</summary>
    public Impersonator Impersonator { get; }

    /// <summary>Decides whether he may.</summary>
    public Authorizer Authorizer { get; }

    /// <summary>Looks at roles and bindings about to be written.</summary>
    public EscalationGate EscalationGate { get; }

    /// <summary>Answers creates of reviews.</summary>
    public AccessReviews Reviews { get; }

    /// <summary>Answers creates of <c>serviceaccounts/token</c>.</summary>
    public TokenRequests TokenRequests { get; }

    /// <summary>Issues and recognizes tokens; has the documents that verifiers ask for.</summary>
    public ServiceAccountTokens Tokens { get; }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();
}
