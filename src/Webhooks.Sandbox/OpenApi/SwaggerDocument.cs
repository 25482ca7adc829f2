using System.Buffers;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The Swagger 2.0 document of everything that is served, for clients that do not know the newer form.</summary>
internal static class SwaggerDocument
{
    /// <summary>The document as JSON.</summary>
    public static byte[] Make(IReadOnlyList<ApiVersion> versions)
    {
        ArrayBufferWriter<byte> buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteText("swagger", "2.0");
        VersionDocument.WriteInfo(writer);
        writer.WriteName("paths"u8);
        writer.StartObject();
        OperationWriter operations = new(OpenApiDialect.V2, writer);
        foreach ((OpenApiPath path, ApiResource resource) in versions.SelectMany(VersionDocument.PathsOf).OrderBy(pair => pair.Path.Path, StringComparer.Ordinal))
        {
            operations.Write(path, resource.IsCustom);
        }

        writer.EndObject();
        writer.WriteName("definitions"u8);
        writer.StartObject();
        WriteDefinitions(versions, writer);
        writer.EndObject();
        writer.EndObject();
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteDefinitions(IReadOnlyList<ApiVersion> versions, JsonWriter writer)
    {
        HashSet<string> written = [];
        foreach ((string name, JsonValue schema) in versions.SelectMany(version => BuiltInData.SchemaDocument(version.GroupVersion).Members()))
        {
            if (written.Add(name))
            {
                writer.WriteName(name);
                writer.WriteRaw(Encoding.UTF8.GetBytes(schema.ToString().Replace(SchemaNames.References, "#/definitions/", StringComparison.Ordinal)));
            }
        }

        // Swagger 2.0 cannot say what such a schema may (anyOf, nullable), and clients refuse members that a partial one lacks.
        foreach (ApiResource resource in versions.SelectMany(version => version.Resources).Where(resource => resource.IsCustom))
        {
            foreach (string kind in new[] { resource.Kind, resource.ListKind })
            {
                writer.WriteName(SchemaNames.OfCustom(resource.Gvk with { Kind = kind }));
                CustomSchemas.WriteAnything(resource.Gvk with { Kind = kind }, writer);
            }
        }
    }
}
