using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>What was made of a stored CustomResourceDefinition.</summary>
/// <param name="Stored">The definition as it was looked at.</param>
/// <param name="Defined">The resource that it defines.</param>
/// <param name="Names">Its <c>status.acceptedNames</c>.</param>
/// <param name="IsWaiting">Whether it wants names that others have.</param>
/// <param name="Served">The resource in each of its served versions.</param>
internal sealed record KnownDefinition(StoredObject Stored, GroupResource Defined, JsonValue Names, bool IsWaiting, ImmutableArray<ApiResource> Served)
{
    private static readonly GroupVersionKind Kind = new("apiextensions.k8s.io", "v1", "CustomResourceDefinition");

    /// <summary>Reads a definition as stored, with its type.</summary>
    public static JsonValue Read(StoredObject stored) => stored.Read(Kind);

    /// <summary>The group of a definition.</summary>
    public static string GroupOf(JsonValue definition) => definition["spec"u8]["group"u8].AsString() ?? "";

    /// <summary>What a definition says.</summary>
    public static KnownDefinition Of(StoredObject stored)
    {
        JsonValue definition = Read(stored);
        JsonValue wanted = definition["spec"u8]["names"u8];
        JsonValue names = definition["status"u8]["acceptedNames"u8];
        return new KnownDefinition(
            stored,
            new GroupResource(GroupOf(definition), wanted["plural"u8].AsString() ?? ""),
            names,
            names.IsAbsent || !JsonEquality.AreEqual(names, wanted),
            [.. CustomKinds.Of(definition)]);
    }
}
