using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Manifests;

/// <summary>Finds the objects of a document, as <c>kubectl create</c> would send them.</summary>
public static class ManifestObjects
{
    /// <summary>Where an object that names no namespace goes.</summary>
    public const string DefaultNamespace = "default";

    private const string ListSuffix = "List";

    /// <summary>The objects of a document: itself, or the items of a List and of what they list. Documents without a kind have none.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The objects in order, each as a CREATE.</returns>
    public static IReadOnlyList<ManifestObject> In(JsonValue document)
    {
        List<ManifestObject> objects = [];
        Stack<(JsonValue Value, JsonPointer Path, GroupVersionKind? Implied)> pending = new();
        pending.Push((document, JsonPointer.Root, null));
        while (pending.TryPop(out (JsonValue Value, JsonPointer Path, GroupVersionKind? Implied) next))
        {
            GroupVersionKind? said = ReadKind(next.Value);
            if ((said ?? next.Implied) is not { } kind || next.Value.Kind != JsonKind.Object)
            {
                continue;
            }

            JsonValue items = next.Value["items"u8];
            if (!kind.Kind.EndsWith(ListSuffix, StringComparison.Ordinal) || items.Kind != JsonKind.Array)
            {
                objects.Add(new ManifestObject(next.Path, Create(kind, next.Value), said != null));
                continue;
            }

            GroupVersionKind? implied = kind.Kind.Length > ListSuffix.Length ? kind with { Kind = kind.Kind[..^ListSuffix.Length] } : null;
            JsonPointer list = next.Path.Append("items");
            foreach ((int index, JsonValue item) in items.Items().Index().Reverse())
            {
                pending.Push((item, list.Append(index), implied));
            }
        }

        return objects;
    }

    private static GroupVersionKind? ReadKind(JsonValue value)
    {
        if (value["kind"u8].AsString() is not { Length: > 0 } kind || value["apiVersion"u8].AsString() is not { } apiVersion)
        {
            return null;
        }

        int slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new GroupVersionKind("", apiVersion, kind)
            : new GroupVersionKind(apiVersion[..slash], apiVersion[(slash + 1)..], kind);
    }

    private static AdmissionRequest Create(GroupVersionKind kind, JsonValue value)
    {
        JsonValue metadata = value["metadata"u8];
        string @namespace = metadata["namespace"u8].AsString() ?? "";
        return new AdmissionRequest(
            Uid: "",
            kind,
            SubResource: "",
            AdmissionOperation.Create,
            metadata["name"u8].AsString() ?? "",
            @namespace.Length == 0 ? DefaultNamespace : @namespace,
            value,
            OldObject: default,
            IsDryRun: false);
    }
}
