using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>Writes a TokenRequest as it is answered.</summary>
internal static class TokenAnswer
{
    /// <summary>Writes it, its members in the order of the API server.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="claims">What the token says.</param>
    /// <param name="seconds">How long was asked for, which may be less than the token lives.</param>
    /// <param name="reference">What it was asked to be bound to.</param>
    /// <param name="token">The token.</param>
    public static void Write(JsonWriter writer, TokenClaims claims, long seconds, JsonValue reference, string token)
    {
        writer.StartObject();
        writer.WriteText("kind", TokenRequests.Kind.Kind);
        writer.WriteText("apiVersion", $"{TokenRequests.Kind.Group}/v1");
        writer.WriteName("metadata");
        writer.StartObject();
        writer.WriteText("name", claims.ServiceAccount.Name);
        writer.WriteText("namespace", claims.Namespace);
        writer.WriteText("uid", claims.ServiceAccount.Uid);
        writer.WriteText("creationTimestamp", GoTime.Write(claims.NotBefore));
        writer.EndObject();
        writer.WriteName("spec");
        writer.StartObject();
        writer.WriteStrings("audiences", claims.Audiences);
        writer.WriteName("expirationSeconds");
        writer.WriteNumber(seconds);
        writer.WriteName("boundObjectRef");
        WriteReference(writer, reference);
        writer.EndObject();
        writer.WriteName("status");
        writer.StartObject();
        writer.WriteText("token", token);
        writer.WriteText("expirationTimestamp", GoTime.Write(claims.NotBefore.AddSeconds(seconds)));
        writer.EndObject();
        writer.EndObject();
    }

    private static void WriteReference(JsonWriter writer, JsonValue reference)
    {
        if (reference.IsAbsent)
        {
            writer.WriteNull();
            return;
        }

        writer.StartObject();
        foreach (string name in (ReadOnlySpan<string>)["kind", "apiVersion", "name", "uid"])
        {
            writer.WriteTextIfAny(name, reference[name].AsString() ?? "");
        }

        writer.EndObject();
    }
}
