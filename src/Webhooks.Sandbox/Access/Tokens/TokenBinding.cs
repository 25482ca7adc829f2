using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>Finds the object that a token is to be bound to.</summary>
internal sealed class TokenBinding(IPolicySource source)
{
    /// <summary>The claims with the object that <paramref name="reference"/> names; unchanged where it is absent.</summary>
    /// <exception cref="StatusException">It cannot be bound to, is not there, or is another than meant.</exception>
    public TokenClaims Bind(JsonValue reference, ServiceAccountName account, TokenClaims claims)
    {
        if (reference.IsAbsent)
        {
            return claims;
        }

        string name = reference["name"u8].AsString() ?? "";
        string kind = reference["kind"u8].AsString() ?? "";
        GroupVersion version = GroupVersion.TryParse(reference["apiVersion"u8].AsString() ?? "", out GroupVersion parsed, out _) ? parsed : default;
        (TokenClaims bound, string uid) = (version.Group ?? "", kind) switch
        {
            ("", "Pod") => BindPod(Find(new GroupResource("", "pods"), account.Namespace, name), account, claims),
            ("", "Secret") => Bound(Find(new GroupResource("", "secrets"), account.Namespace, name), secret => claims with { Secret = secret }),
            ("", "Node") => Bound(Find(new GroupResource("", "nodes"), "", name), node => claims with { Node = node }),
            _ => throw new StatusException(Status.BadRequest($"cannot bind token to object of type {version.WithKind(kind)}")),
        };
        return reference["uid"u8].AsString() is { Length: > 0 } asked && asked != uid
            ? throw new StatusException(Status.Conflict(
                new GroupResource(version.Group ?? "", kind), name, $"the UID in the bound object reference ({asked}) does not match the UID in record. The object might have been deleted and then recreated"))
            : bound;
    }

    private (TokenClaims Claims, string Uid) BindPod(JsonValue pod, ServiceAccountName account, TokenClaims claims)
    {
        JsonValue spec = pod["spec"u8];
        if (spec["serviceAccountName"u8].AsString() != account.Name)
        {
            throw new StatusException(Status.BadRequest(
                $"cannot bind token for serviceaccount {GoString.Quote(account.Name)} to pod running with different serviceaccount name."));
        }

        string node = spec["nodeName"u8].AsString() ?? "";
        string nodeUid = BoundObject.Of(source.Find(new GroupResource("", "nodes"), "", node)).Uid;
        return Bound(pod, bound => claims with { Pod = bound, Node = node.Length == 0 ? null : new BoundObject(node, nodeUid) });
    }

    private static (TokenClaims Claims, string Uid) Bound(JsonValue stored, Func<BoundObject, TokenClaims> bind)
    {
        BoundObject bound = BoundObject.Of(stored);
        return (bind(bound), bound.Uid);
    }

    /// <summary>A stored object.</summary>
    /// <exception cref="StatusException">There is none: 404.</exception>
    public JsonValue Find(GroupResource resource, string inNamespace, string name)
    {
        JsonValue found = source.Find(resource, inNamespace, name);
        return found.IsMissing ? throw new StatusException(Status.NotFound(resource, name)) : found;
    }
}
