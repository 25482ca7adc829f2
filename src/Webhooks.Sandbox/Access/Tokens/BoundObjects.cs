using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>Whether what a token names is still there, and the same (<c>pkg/serviceaccount/claims.go</c>).</summary>
/// <param name="source">The stored objects.</param>
/// <param name="deletedBefore">What was deleted before that time counts as gone, though finalizers keep it.</param>
internal sealed class BoundObjects(IPolicySource source, DateTimeOffset deletedBefore)
{
    private const string Invalidated = "service account token has been invalidated";

    /// <summary>What is gone or another by now; <c>null</c> for nothing.</summary>
    public string? Problem(TokenClaims claims) =>
        AccountProblem(claims)
        ?? Problem(claims.Secret, "secrets", claims.Namespace, uid => $"secret UID ({uid}) does not match service account secret ref claim ({claims.Secret?.Uid})")
        ?? Problem(claims.Pod, "pods", claims.Namespace, uid => $"pod UID ({uid}) does not match service account pod ref claim ({claims.Pod?.Uid})")
        ?? (claims.Pod != null
            ? null // Its node is told, not looked for.
            : Problem(claims.Node, "nodes", "", uid => $"node UID ({uid}) does not match service account node ref claim ({claims.Node?.Uid})"));

    private string? AccountProblem(TokenClaims claims)
    {
        BoundObject account = claims.ServiceAccount;
        GroupResource resource = new("", "serviceaccounts");
        JsonValue stored = source.Find(resource, claims.Namespace, account.Name);
        if (stored.IsMissing)
        {
            return Status.NotFound(resource, account.Name).Message;
        }

        string uid = BoundObject.Of(stored).Uid;
        return IsDeleted(stored) ? $"service account {claims.Namespace}/{account.Name} has been deleted"
            : uid != account.Uid ? $"service account UID ({uid}) does not match claim ({account.Uid})"
            : null;
    }

    private string? Problem(BoundObject? bound, string resource, string inNamespace, Func<string, string> describeOther)
    {
        if (bound == null)
        {
            return null;
        }

        JsonValue stored = source.Find(new GroupResource("", resource), inNamespace, bound.Name);
        if (stored.IsMissing || IsDeleted(stored))
        {
            return Invalidated;
        }

        string uid = BoundObject.Of(stored).Uid;
        return uid == bound.Uid ? null : describeOther(uid);
    }

    private bool IsDeleted(JsonValue stored) =>
        stored["metadata"u8]["deletionTimestamp"u8].AsString() is { } text
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset deleted)
        && deleted < deletedBefore;
}
