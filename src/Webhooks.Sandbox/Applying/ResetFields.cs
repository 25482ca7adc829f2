using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Applying;

/// <summary>The fields that a request cannot set, and so does not come to own: the server puts them back.</summary>
internal static class ResetFields
{
    /// <summary>What writes to the object itself, or to a subresource of it, cannot set.</summary>
    /// <param name="kind">The kind of the object.</param>
    /// <param name="isCustom">Whether it is a custom one.</param>
    /// <param name="hasStatus">Whether its status is a subresource.</param>
    /// <param name="subresource">The subresource written; empty for the object itself.</param>
    public static FieldSet Of(GroupVersionKind kind, bool isCustom, bool hasStatus, string subresource) => Set(subresource switch
    {
        "" or "finalize" when hasStatus => ["status"],
        "status" when isCustom => ["metadata", "spec"],
        "status" when kind is { Group: "apps", Kind: "Deployment" } => ["spec", "metadata.labels"],
        "status" when kind is { Group: "", Kind: "Pod" } => ["spec", "metadata.deletionTimestamp", "metadata.ownerReferences"],
        "status" => ["spec"],
        _ => [],
    });

    /// <summary>What nobody owns: what names an object, and what only the server writes.</summary>
    public static FieldSet Unowned { get; } = Set(
        "apiVersion",
        "kind",
        "metadata",
        "metadata.name",
        "metadata.namespace",
        "metadata.creationTimestamp",
        "metadata.selfLink",
        "metadata.uid",
        "metadata.clusterName",
        "metadata.generation",
        "metadata.managedFields",
        "metadata.resourceVersion");

    private static FieldSet Set(params ReadOnlySpan<string> fields)
    {
        FieldSet set = new();
        foreach (string field in fields)
        {
            FieldPath? path = null;
            foreach (string name in field.Split('.'))
            {
                path = new FieldPath(path, FieldElement.Member(name));
            }

            set.Insert(path);
        }

        return set;
    }
}
