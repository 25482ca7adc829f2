using System.Collections.Frozen;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The names under which a document has its schemas: <c>io.k8s.api.core.v1.Pod</c>.</summary>
internal sealed class SchemaNames
{
    /// <summary>What a reference to a schema begins with, in version 3 of OpenAPI.</summary>
    public const string References = "#/components/schemas/";

    /// <summary>The prefix of types of <c>meta.k8s.io/v1</c>.</summary>
    public const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

    /// <summary>The schema of the scale subresource.</summary>
    public const string Scale = "io.k8s.api.autoscaling.v1.Scale";

    private readonly FrozenSet<string> _known;
    private readonly FrozenDictionary<GroupVersionKind, string> _kinds;

    private SchemaNames(IEnumerable<string> known, IEnumerable<KeyValuePair<GroupVersionKind, string>> kinds)
    {
        _known = known.ToFrozenSet();
        _kinds = kinds.GroupBy(pair => pair.Key).ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.First().Value);
    }

    /// <summary>The names in the published document of built-in kinds; none know without one.</summary>
    public static SchemaNames Of(JsonValue document) => new(
        document.Members().Select(schema => schema.Key),
        document.Members().SelectMany(schema => schema.Value["x-kubernetes-group-version-kind"u8].Items()
            .Select(kind => KeyValuePair.Create(
                new GroupVersionKind(kind["group"u8].AsString() ?? "", kind["version"u8].AsString() ?? "", kind["kind"u8].AsString() ?? ""),
                schema.Key))));

    /// <summary>The names in the document of custom resources of one group and version.</summary>
    public static SchemaNames Of(IReadOnlyList<ApiResource> custom) => new(
        custom.SelectMany(resource => new[] { OfCustom(resource.Gvk), OfCustom(resource.Gvk with { Kind = resource.ListKind }) })
            .Concat([Meta + "Status", Meta + "DeleteOptions", Meta + "Patch", Scale]),
        custom.SelectMany(resource => new[] { resource.Gvk, resource.Gvk with { Kind = resource.ListKind } })
            .Select(kind => KeyValuePair.Create(kind, OfCustom(kind)))
            .Append(KeyValuePair.Create(new GroupVersionKind("autoscaling", "v1", "Scale"), Scale)));

    /// <summary>The name of a custom kind's schema: the group's parts from right to left.</summary>
    public static string OfCustom(GroupVersionKind kind) => $"{string.Join('.', kind.Group.Split('.').Reverse())}.{kind.Version}.{kind.Kind}";

    /// <summary>The name of a kind's schema; null where the document has none.</summary>
    public string? Of(GroupVersionKind kind) => _kinds.GetValueOrDefault(kind);

    /// <summary>The name of the schema of a type of <c>meta.k8s.io/v1</c>; null where the document has none.</summary>
    public string? OfMeta(string type) => _known.Contains(Meta + type) ? Meta + type : null;
}
