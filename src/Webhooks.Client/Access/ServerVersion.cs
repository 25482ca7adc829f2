using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Access;

/// <summary>Which Kubernetes a server is.</summary>
/// <param name="Major">Such as <c>1</c>.</param>
/// <param name="Minor">Such as <c>36</c>, or <c>36+</c> where a vendor adds something.</param>
/// <param name="GitVersion">Such as <c>v1.36.2</c>.</param>
/// <param name="Platform">Such as <c>linux/amd64</c>.</param>
public sealed record ServerVersion(string Major, string Minor, string GitVersion, string Platform)
{
    /// <summary>Reads the answer of <c>/version</c>.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static ServerVersion Read(ReadOnlyMemory<byte> json)
    {
        JsonValue root = JsonAnswer.Parse(json);
        return root["gitVersion"u8].AsString() is { Length: > 0 } version
            ? new ServerVersion(Text(root["major"u8]), Text(root["minor"u8]), version, Text(root["platform"u8]))
            : throw new JsonException("the answer names no version");
    }

    private static string Text(JsonValue value) => value.AsString() ?? "";
}
