using System.Buffers;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The OpenAPI 3.0 document of one group and version.</summary>
internal static class VersionDocument
{
    /// <summary>The document as JSON.</summary>
    public static byte[] Make(ApiVersion version)
    {
        ArrayBufferWriter<byte> buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteText("openapi", "3.0.0");
        WriteInfo(writer);
        writer.WriteName("paths"u8);
        writer.StartObject();
        OperationWriter operations = new(OpenApiDialect.V3, writer);
        foreach ((OpenApiPath path, ApiResource resource) in PathsOf(version))
        {
            operations.Write(path, resource.IsCustom);
        }

        writer.EndObject();
        writer.WriteName("components"u8);
        writer.StartObject();
        writer.WriteName("schemas"u8);
        WriteSchemas(version, writer);
        writer.EndObject();
        writer.EndObject();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the title and version that documents have.</summary>
    public static void WriteInfo(JsonWriter writer)
    {
        writer.WriteName("info"u8);
        writer.StartObject();
        writer.WriteText("title", "Kubernetes");
        writer.WriteText("version", ServerVersion.GitVersion);
        writer.EndObject();
    }

    /// <summary>The paths of a version in order, each with the resource it belongs to.</summary>
    public static IEnumerable<(OpenApiPath Path, ApiResource Resource)> PathsOf(ApiVersion version)
    {
        SchemaNames names = version.Resources.Any(resource => resource.IsCustom)
            ? SchemaNames.Of(version.Resources)
            : SchemaNames.Of(BuiltInData.SchemaDocument(version.GroupVersion));
        return version.Resources.SelectMany(resource => ResourcePaths.Of(resource, names).Select(path => (path, resource)))
            .OrderBy(pair => pair.path.Path, StringComparer.Ordinal);
    }

    private static void WriteSchemas(ApiVersion version, JsonWriter writer)
    {
        if (BuiltInData.SchemaDocument(version.GroupVersion) is { IsMissing: false } published)
        {
            writer.WriteValue(published);
            return;
        }

        writer.StartObject();
        ApiResource[] custom = [.. version.Resources.Where(resource => resource.IsCustom)];
        foreach (ApiResource resource in custom)
        {
            writer.WriteName(SchemaNames.OfCustom(resource.Gvk));
            CustomSchemas.WriteObject(resource, writer);
            writer.WriteName(SchemaNames.OfCustom(resource.Gvk with { Kind = resource.ListKind }));
            CustomSchemas.WriteList(resource, writer);
        }

        if (custom.Length > 0)
        {
            foreach ((string name, JsonValue schema) in SharedSchemas.Of(custom.Any(resource => resource.Find("scale") is not null)))
            {
                writer.WriteName(name);
                writer.WriteValue(schema);
            }
        }

        writer.EndObject();
    }
}
