using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The schemas of what every object and every list has: they are published whatever a definition says of it.</summary>
internal static class StandardProperties
{
    private const string ApiVersionText =
        "APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to the latest internal value, and may reject unrecognized values. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#resources";

    private const string KindText =
        "Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds";

    private const string MetadataText =
        "Standard object's metadata. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata";

    private const string ListMetadataText =
        "Standard list metadata. More info: https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#types-kinds";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["apiVersion", "kind", "metadata"];

    /// <summary>Writes the schema of that property of objects.</summary>
    /// <returns>False where it is none of these.</returns>
    public static bool TryWrite(string name, JsonWriter writer)
    {
        switch (name)
        {
            case "apiVersion":
                WriteApiVersion(writer);
                return true;
            case "kind":
                WriteKind(writer);
                return true;
            case "metadata":
                WriteReference(MetadataText, "ObjectMeta", writer);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes the schema of <c>apiVersion</c>.</summary>
    public static void WriteApiVersion(JsonWriter writer) => WriteText(ApiVersionText, writer);

    /// <summary>Writes the schema of <c>kind</c>.</summary>
    public static void WriteKind(JsonWriter writer) => WriteText(KindText, writer);

    /// <summary>Writes the schema of the <c>metadata</c> of lists.</summary>
    public static void WriteListMetadata(JsonWriter writer) => WriteReference(ListMetadataText, "ListMeta", writer);

    private static void WriteText(string description, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("description", description);
        writer.WriteText("type", "string");
        writer.EndObject();
    }

    private static void WriteReference(string description, string type, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("description", description);
        writer.WriteName("allOf"u8);
        writer.StartArray();
        writer.StartObject();
        writer.WriteText("$ref", SchemaNames.References + SchemaNames.Meta + type);
        writer.EndObject();
        writer.EndArray();
        writer.EndObject();
    }
}
