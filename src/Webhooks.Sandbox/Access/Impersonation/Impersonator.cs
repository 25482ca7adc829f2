using System.Collections.Concurrent;
using Microsoft.Extensions.Primitives;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Impersonation;

/// <summary>Lets callers act as somebody else where they may.</summary>
/// <remarks>
/// Thread safe. Of several refusals the first is answered; the way that worked last for a caller is tried first, so
/// that his later refusals are in its words, as the API server's are.
/// </remarks>
internal sealed class Impersonator(Authorizer authorizer)
{
    // As many callers as the API server remembers.
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<string, ImpersonationMode> _lastSuccess = new(StringComparer.Ordinal);

    /// <summary>Who the request's caller is to be: somebody else where headers say so, else he himself.</summary>
    /// <param name="attributes">The request, with the caller who was authenticated.</param>
    /// <param name="headers">All headers of the request.</param>
    /// <exception cref="StatusException">The headers make no sense (400), or he may not (403).</exception>
    public Caller Resolve(AccessAttributes attributes, IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        if (WantedUser.Read(headers) is not { } wanted)
        {
            return attributes.Caller;
        }

        Status? refusal = null;
        ImpersonationMode? last = _lastSuccess.GetValueOrDefault(attributes.Caller.Name);
        foreach (ImpersonationMode mode in last == null ? ImpersonationMode.All : [last, .. ImpersonationMode.All.Remove(last)])
        {
            if (!mode.AppliesTo(wanted, attributes.Caller))
            {
                continue;
            }

            ImpersonationAttempt attempt = new(authorizer, mode, attributes);
            if (attempt.Refusal(wanted) is not { } refused)
            {
                Remember(attributes.Caller.Name, mode);
                return attempt.Become(wanted);
            }

            refusal ??= refused;
        }

        throw new StatusException(refusal!);
    }

    private void Remember(string caller, ImpersonationMode mode)
    {
        if (_lastSuccess.Count >= MostRemembered)
        {
            _lastSuccess.Clear();
        }

        _lastSuccess[caller] = mode;
    }
}
