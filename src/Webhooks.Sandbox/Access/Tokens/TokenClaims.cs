using System.Collections.Immutable;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>What a ServiceAccount's token says.</summary>
internal sealed record TokenClaims
{
    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Whom it is meant for.</summary>
    public required ImmutableArray<string> Audiences { get; init; }

    /// <summary>An identifier of this token.</summary>
    public required string Id { get; init; }

    /// <summary>From when it is good; whole seconds.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>Until when it is good; whole seconds.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>The namespace of the ServiceAccount, and of the Pod or Secret.</summary>
    public required string Namespace { get; init; }

    /// <summary>The ServiceAccount.</summary>
    public required BoundObject ServiceAccount { get; init; }

    /// <summary>The Pod that it is bound to.</summary>
    public BoundObject? Pod { get; init; }

    /// <summary>The Secret that it is bound to.</summary>
    public BoundObject? Secret { get; init; }

    /// <summary>The Node that it is bound to, or that <see cref="Pod"/> runs on.</summary>
    public BoundObject? Node { get; init; }

    /// <summary>From when its use is worth a warning to the operator; it has no other effect.</summary>
    public DateTimeOffset? WarnAfter { get; init; }

    /// <summary>Reads a token's payload; <c>null</c> when it is no ServiceAccount's.</summary>
    public static TokenClaims? Read(JsonValue payload)
    {
        JsonValue kubernetes = payload["kubernetes.io"u8];
        if (BoundObject.Read(kubernetes["serviceaccount"u8]) is not { } account
            || Time(payload["nbf"u8]) is not { } notBefore
            || Time(payload["exp"u8]) is not { } expires)
        {
            return null;
        }

        return new TokenClaims
        {
            Issuer = payload["iss"u8].AsString() ?? "",
            Audiences = [.. payload["aud"u8].Items().Select(item => item.AsString() ?? "")],
            Id = payload["jti"u8].AsString() ?? "",
            NotBefore = notBefore,
            Expires = expires,
            Namespace = kubernetes["namespace"u8].AsString() ?? "",
            ServiceAccount = account,
            Pod = BoundObject.Read(kubernetes["pod"u8]),
            Secret = BoundObject.Read(kubernetes["secret"u8]),
            Node = BoundObject.Read(kubernetes["node"u8]),
            WarnAfter = Time(kubernetes["warnafter"u8]),
        };
    }

    /// <summary>Writes the payload, its members sorted as the API server's are.</summary>
    public void Write(JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteStrings("aud", Audiences);
        WriteTime(writer, "exp", Expires);
        WriteTime(writer, "iat", NotBefore);
        writer.WriteText("iss", Issuer);
        writer.WriteText("jti", Id);
        writer.WriteName("kubernetes.io");
        writer.StartObject();
        writer.WriteText("namespace", Namespace);
        Node?.Write(writer, "node");
        Pod?.Write(writer, "pod");
        Secret?.Write(writer, "secret");
        ServiceAccount.Write(writer, "serviceaccount");
        if (WarnAfter is { } warnAfter)
        {
            WriteTime(writer, "warnafter", warnAfter);
        }

        writer.EndObject();
        WriteTime(writer, "nbf", NotBefore);
        writer.WriteText("sub", new ServiceAccountName(Namespace, ServiceAccount.Name).UserName);
        writer.EndObject();
    }

    private static void WriteTime(JsonWriter writer, string name, DateTimeOffset time)
    {
        writer.WriteName(name);
        writer.WriteNumber(time.ToUnixTimeSeconds());
    }

    private static DateTimeOffset? Time(JsonValue seconds) =>
        seconds.TryGetInt64(out long number) ? DateTimeOffset.FromUnixTimeSeconds(number) : null;
}
