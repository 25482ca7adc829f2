using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>An object that a token names: it is good as long as that very object is there.</summary>
/// <param name="Name">The object's name.</param>
/// <param name="Uid">Its uid; empty where only the name was known.</param>
internal sealed record BoundObject(string Name, string Uid)
{
    /// <summary>That stored object.</summary>
    public static BoundObject Of(JsonValue stored) => new(
        stored["metadata"u8]["name"u8].AsString() ?? "", stored["metadata"u8]["uid"u8].AsString() ?? "");

    /// <summary>Reads a claim; <c>null</c> when it is absent.</summary>
    public static BoundObject? Read(JsonValue claim) =>
        claim.Kind == JsonKind.Object ? new(claim["name"u8].AsString() ?? "", claim["uid"u8].AsString() ?? "") : null;

    /// <summary>Writes the claim under that name.</summary>
    public void Write(JsonWriter writer, string claim)
    {
        writer.WriteName(claim);
        writer.StartObject();
        writer.WriteTextIfAny("name", Name);
        writer.WriteTextIfAny("uid", Uid);
        writer.EndObject();
    }
}
