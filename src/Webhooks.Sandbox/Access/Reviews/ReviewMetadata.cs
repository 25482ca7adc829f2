using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>The metadata of a review, which is no stored object: most of it must not be there, and what the server owns is dropped.</summary>
internal static class ReviewMetadata
{
    // In the order of metav1.ObjectMeta; what the server wipes from every create, and managedFields, is left out.
    private static readonly string[] Kept = ["name", "generateName", "namespace", "resourceVersion", "generation", "labels", "annotations", "ownerReferences", "finalizers"];

    /// <summary>The metadata as the API server understands it: without what is empty.</summary>
    /// <param name="metadata">The metadata as sent; may be missing.</param>
    /// <param name="inNamespace">The namespace of the path, which it has then; empty for none.</param>
    public static JsonValue Read(JsonValue metadata, string inNamespace) => JsonLists.Document(writer =>
    {
        writer.StartObject();
        foreach (string name in Kept)
        {
            if (name == "namespace")
            {
                writer.WriteTextIfAny(name, inNamespace);
            }
            else if (!IsEmpty(metadata[name]))
            {
                writer.WriteName(name);
                writer.WriteCompact(metadata[name]);
            }
        }

        writer.EndObject();
    });

    private static bool IsEmpty(JsonValue value) => value.Kind switch
    {
        JsonKind.Object or JsonKind.Array => value.Count == 0,
        JsonKind.String => value.TextEquals(""u8),
        JsonKind.Number => value.TryGetInt64(out long number) && number == 0,
        _ => true,
    };
}
