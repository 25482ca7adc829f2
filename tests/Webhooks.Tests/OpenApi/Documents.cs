using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Tests.OpenApi;

/// <summary>The recorded documents of kube-apiserver 1.36.</summary>
internal static class Documents
{
    public const string Meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Data", "openapi");

    /// <summary>The names of all documents of schemas.</summary>
    public static IEnumerable<string> Published =>
        Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileName).OfType<string>().Where(name => name != "discovery.json").Order(StringComparer.Ordinal);

    public static JsonValue Read(string name) => JsonTree.Parse(File.ReadAllBytes(Path.Combine(Folder, name))).Root;

    /// <summary>The schemas of CustomResourceDefinitions, and what the API server said when they were created.</summary>
    public static IEnumerable<(string Name, long Code, string[] Causes, JsonValue Schema)> CustomResources()
    {
        foreach (string line in File.ReadLines(Path.Combine(Folder, "custom-resources.jsonl")))
        {
            JsonValue one = JsonTree.Parse(line).Root;
            one["code"u8].TryGetInt64(out long code);
            yield return (
                one["name"u8].GetString(),
                code,
                [.. one["causes"u8].Items().Select(cause => $"{cause["field"u8].GetString()}: {cause["message"u8].GetString()}")],
                one["schema"u8]);
        }
    }

    /// <summary>Reads named schemas, written with ' for ".</summary>
    public static SchemaSet Named(string json) => SchemaReader.ReadPublished(JsonTree.Parse(json.Replace('\'', '"')).Root);

    /// <summary>Reads one schema of a custom resource, written with ' for ", at the path <c>root</c>.</summary>
    public static (Schema Schema, IReadOnlyList<SchemaProblem> Problems) Custom(string json) =>
        SchemaReader.ReadCustomResource(JsonTree.Parse(json.Replace('\'', '"'), JsonPolicy.Server).Root, "root");
}
