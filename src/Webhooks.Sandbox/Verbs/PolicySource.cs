using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>The objects that access depends on, as the store has them.</summary>
internal sealed class PolicySource(Store store) : IPolicySource
{
    private static readonly GroupResource[] Policy =
    [
        new(SystemNames.RbacGroup, "roles"),
        new(SystemNames.RbacGroup, "clusterroles"),
        new(SystemNames.RbacGroup, "rolebindings"),
        new(SystemNames.RbacGroup, "clusterrolebindings"),
    ];

    /// <inheritdoc/>
    // After a restore revisions come again, for other content.
    public long PolicyRevision => Policy.Max(store.RevisionOf) + (store.Restores << 40);

    /// <inheritdoc/>
    public IEnumerable<JsonValue> List(GroupResource resource, string? inNamespace = null) =>
        store.List(resource, inNamespace == null ? "" : inNamespace + "/").Objects.Select(item => item.Read());

    /// <inheritdoc/>
    public JsonValue Find(GroupResource resource, string inNamespace, string name) =>
        store.Find(resource, StoredObject.KeyOf(inNamespace, name))?.Read() ?? default;
}
