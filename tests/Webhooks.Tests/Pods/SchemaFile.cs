using Webhooks.Resources.Json;

namespace Webhooks.Tests.Pods;

/// <summary>The schemas of a PodTemplateSpec as kube-apiserver 1.36 publishes them, by name.</summary>
internal sealed class SchemaFile
{
    public const string Core = "io.k8s.api.core.v1.";

    private readonly JsonValue _schemas =
        JsonTree.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "openapi", "podtemplatespec-1.36.json"))).Root;

    public JsonValue this[string name] => _schemas[name] is { IsMissing: false } schema ? schema : throw new KeyNotFoundException(name);

    /// <summary>The name that a property refers to; <c>null</c> for a type written in place.</summary>
    public static string? Reference(JsonValue property)
    {
        JsonValue holder = property["allOf"u8].Items().FirstOrDefault(property);
        return holder["$ref"u8].AsString()?.Split('/')[^1];
    }
}
