using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The schemas that are published of custom resources: what the definition says, and what every object has.</summary>
internal static class CustomSchemas
{
    /// <summary>Writes the schema of a resource's objects; one that allows anything where the definition has none.</summary>
    public static void WriteObject(ApiResource resource, JsonWriter writer)
    {
        JsonValue schema = resource.DefinitionVersion["schema"u8]["openAPIV3Schema"u8];
        if (schema.IsAbsent)
        {
            WriteAnything(resource.Gvk, writer);
            return;
        }

        writer.StartObject();
        foreach ((string name, JsonValue member) in schema.Members())
        {
            if (name is not ("properties" or "x-kubernetes-group-version-kind" or "x-kubernetes-selectable-fields"))
            {
                writer.WriteName(name);
                writer.WriteCompact(member);
            }
        }

        writer.WriteName("properties"u8);
        writer.StartObject();
        IEnumerable<string> names = schema["properties"u8].Members().Select(property => property.Key);
        foreach (string name in names.Union(StandardProperties.Names).Order(StringComparer.Ordinal))
        {
            writer.WriteName(name);
            if (!StandardProperties.TryWrite(name, writer))
            {
                writer.WriteCompact(schema["properties"u8][name]);
            }
        }

        writer.EndObject();
        WriteExtensions(resource, resource.Kind, writer);
        writer.EndObject();
    }

    /// <summary>Writes the schema of lists of a resource's objects.</summary>
    public static void WriteList(ApiResource resource, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("description", $"{resource.ListKind} is a list of {resource.Kind}");
        writer.WriteText("type", "object");
        writer.WriteName("required"u8);
        writer.StartArray();
        writer.WriteString("items");
        writer.EndArray();
        writer.WriteName("properties"u8);
        writer.StartObject();
        writer.WriteName("apiVersion"u8);
        StandardProperties.WriteApiVersion(writer);
        writer.WriteName("items"u8);
        writer.StartObject();
        writer.WriteText(
            "description",
            $"List of {resource.Plural}. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md");
        writer.WriteText("type", "array");
        writer.WriteName("items"u8);
        writer.StartObject();
        writer.WriteText("$ref", SchemaNames.References + SchemaNames.OfCustom(resource.Gvk));
        writer.EndObject();
        writer.EndObject();
        writer.WriteName("kind"u8);
        StandardProperties.WriteKind(writer);
        writer.WriteName("metadata"u8);
        StandardProperties.WriteListMetadata(writer);
        writer.EndObject();
        WriteExtensions(resource, resource.ListKind, writer);
        writer.EndObject();
    }

    /// <summary>Writes a schema that says nothing but which kind it is of.</summary>
    public static void WriteAnything(GroupVersionKind kind, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("type", "object");
        WriteKinds(kind, writer);
        writer.EndObject();
    }

    private static void WriteExtensions(ApiResource resource, string kind, JsonWriter writer)
    {
        WriteKinds(resource.Gvk with { Kind = kind }, writer);
        JsonValue selectable = resource.DefinitionVersion["selectableFields"u8];
        if (selectable.Count == 0)
        {
            return;
        }

        writer.WriteName("x-kubernetes-selectable-fields"u8);
        writer.StartArray();
        foreach (JsonValue field in selectable.Items())
        {
            writer.StartObject();
            writer.WriteText("fieldPath", field["jsonPath"u8].AsString()?.TrimStart('.'));
            writer.EndObject();
        }

        writer.EndArray();
    }

    private static void WriteKinds(GroupVersionKind kind, JsonWriter writer)
    {
        writer.WriteName("x-kubernetes-group-version-kind"u8);
        writer.StartArray();
        KindExtension.Write(kind, writer);
        writer.EndArray();
    }
}
