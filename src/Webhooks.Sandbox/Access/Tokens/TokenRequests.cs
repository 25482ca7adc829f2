using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>Answers a TokenRequest, the subresource <c>token</c> of a ServiceAccount (<c>serviceaccount/storage/token.go</c>).</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class TokenRequests(ServiceAccountTokens tokens, IPolicySource source, TimeProvider time)
{
    private const long DefaultSeconds = 3600;
    private const long LeastSeconds = 600;
    private const long MostSeconds = 1L << 32;

    // What kubelets ask for on behalf of clients that may not read a token again: it lives for a year.
    private const long ExtendedWhenSeconds = 3607;
    private const long ExtendedSeconds = 365 * 24 * 3600;

    /// <summary>The kind, as errors name it.</summary>
    public static readonly GroupKind Kind = new("authentication.k8s.io", "TokenRequest");
    private static readonly GroupResource ServiceAccounts = new("", "serviceaccounts");

    private readonly TokenBinding _binding = new(source);

    /// <summary>The TokenRequest with its token.</summary>
    /// <param name="account">The ServiceAccount that the path names.</param>
    /// <param name="request">The TokenRequest as sent.</param>
    /// <exception cref="StatusException">There is no such ServiceAccount or bound object, or the request asks for what cannot be.</exception>
    public JsonValue Answer(ServiceAccountName account, JsonValue request)
    {
        JsonValue metadata = request["metadata"u8];
        MustMatch(metadata["name"u8].AsString(), account.Name, "name", account);
        MustMatch(metadata["namespace"u8].AsString(), account.Namespace, "namespace", account);
        BoundObject stored = BoundObject.Of(_binding.Find(ServiceAccounts, account.Namespace, account.Name));
        if (metadata["uid"u8].AsString() is { Length: > 0 } uid && uid != stored.Uid)
        {
            throw new StatusException(Status.Conflict(
                new GroupResource(Kind.Group, Kind.Kind), account.Name, $"the UID in the token request ({uid}) does not match the UID of the service account ({stored.Uid})"));
        }

        JsonValue spec = request["spec"u8];
        long seconds = spec["expirationSeconds"u8].TryGetInt64(out long sent) ? sent : DefaultSeconds;
        MustBePossible(seconds);

        ImmutableArray<string> audiences = [.. spec["audiences"u8].Items().Select(item => item.AsString() ?? "")];
        audiences = audiences.IsEmpty ? tokens.Options.Audiences : audiences;
        DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        TokenClaims claims = _binding.Bind(spec["boundObjectRef"u8], account, new TokenClaims
        {
            Issuer = tokens.Options.Issuer,
            Audiences = audiences,
            Id = Guid.NewGuid().ToString(),
            NotBefore = now,
            Expires = now.AddSeconds(seconds),
            Namespace = account.Namespace,
            ServiceAccount = stored,
        });
        if (claims.Pod != null && seconds == ExtendedWhenSeconds && audiences.All(audience => tokens.Options.Audiences.Contains(audience)))
        {
            claims = claims with { Expires = now.AddSeconds(ExtendedSeconds), WarnAfter = now.AddSeconds(seconds) };
        }

        string token = tokens.Issue(claims);
        return JsonLists.Document(writer => TokenAnswer.Write(writer, claims, seconds, spec["boundObjectRef"u8], token));
    }

    private static void MustMatch(string? sent, string expected, string field, ServiceAccountName account)
    {
        if (!string.IsNullOrEmpty(sent) && sent != expected)
        {
            throw new StatusException(Status.Invalid(Kind, account.Name, [FieldError.Invalid($"metadata.{field}", sent, $"must match the service account {field} if specified")]));
        }
    }

    private static void MustBePossible(long seconds)
    {
        string? problem = seconds < LeastSeconds ? "may not specify a duration less than 10 minutes"
            : seconds > MostSeconds ? "may not specify a duration larger than 2^32 seconds"
            : null;
        if (problem != null)
        {
            throw new StatusException(Status.Invalid(Kind, "", [FieldError.Invalid("spec.expirationSeconds", seconds, problem)]));
        }
    }
}
