using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables;

/// <summary>Writes what every object has, and nothing else: <c>PartialObjectMetadata</c> of <c>meta.k8s.io</c>.</summary>
internal static class PartialObjectMetadata
{
    private static readonly string[] Members =
    [
        "name", "generateName", "namespace", "selfLink", "uid", "resourceVersion", "generation", "creationTimestamp", "deletionTimestamp",
        "deletionGracePeriodSeconds", "labels", "annotations", "ownerReferences", "finalizers", "managedFields",
    ];

    /// <summary>Writes an object's metadata, members in the order of the type.</summary>
    /// <param name="value">The object.</param>
    /// <param name="version">The version of <c>meta.k8s.io</c> that was asked for: <c>v1</c> or <c>v1beta1</c>.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(JsonValue value, string version, JsonWriter writer)
    {
        WriteHead("PartialObjectMetadata", version, writer);
        writer.StartObject();
        JsonValue metadata = value["metadata"u8];
        foreach (string name in Members)
        {
            if (metadata[name] is var member && !IsOmitted(name, member))
            {
                writer.WriteName(name);
                writer.WriteValue(member);
            }
        }

        writer.EndObject();
        writer.EndObject();
    }

    /// <summary>Writes a list of objects' metadata.</summary>
    public static void WriteList(ListMetadata metadata, IEnumerable<JsonValue> values, string version, JsonWriter writer)
    {
        WriteHead("PartialObjectMetadataList", version, writer);
        metadata.Write(writer);
        writer.WriteName("items"u8);
        bool isOpen = false;
        foreach (JsonValue value in values)
        {
            if (!isOpen)
            {
                writer.StartArray();
                isOpen = true;
            }

            Write(value, version, writer);
        }

        if (isOpen)
        {
            writer.EndArray();
        }
        else
        {
            // As Go writes a list that nobody made.
            writer.WriteNull();
        }

        writer.EndObject();
    }

    private static void WriteHead(string kind, string version, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("kind", kind);
        writer.WriteText("apiVersion", "meta.k8s.io/" + version);
        writer.WriteName("metadata"u8);
    }

    /// <summary>Go's <c>omitempty</c>; a grace period is a pointer, so 0 stays.</summary>
    private static bool IsOmitted(string name, JsonValue member) => member.Kind switch
    {
        JsonKind.Missing or JsonKind.Null => true,
        JsonKind.String => member.TextEquals(""u8),
        JsonKind.Array or JsonKind.Object => member.Count == 0,
        JsonKind.Number => name == "generation" && member.TryGetInt64(out long generation) && generation == 0,
        _ => false,
    };
}
