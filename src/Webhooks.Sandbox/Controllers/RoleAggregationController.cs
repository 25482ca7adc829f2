using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Bootstrap;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers;

/// <summary>Gives ClusterRoles that aggregate others the rules of those. It has one key: a change of any may change them all.</summary>
internal sealed class RoleAggregationController(Cluster cluster, ObjectWrites writes) : Controller(cluster.Time)
{
    private readonly HashSet<string> _aggregating = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        if (change.Resource != BuiltIn.ClusterRoles)
        {
            return;
        }

        StoredObject role = change.Change.Object;
        if (change.Change.Kind != ChangeKind.Deleted && role.Json.Span.IndexOf("\"aggregationRule\""u8) >= 0)
        {
            _aggregating.Add(role.Name);
        }
        else
        {
            _aggregating.Remove(role.Name);
        }

        if (_aggregating.Count > 0 && change.Change.Revision > Since)
        {
            Queue.Add(BuiltIn.ClusterRoles.Resource);
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        ApiResource resource = cluster.Get(BuiltIn.ClusterRoles);
        IReadOnlyList<StoredObject> stored = cluster.Store.List(BuiltIn.ClusterRoles, "").Objects;
        JsonValue[] roles = [.. stored.Select(role => role.Read(resource.Gvk))];
        for (int index = 0; index < roles.Length; index++)
        {
            if (_aggregating.Contains(stored[index].Name) && RoleAggregation.Aggregated(roles[index], roles) is { IsMissing: false } aggregated)
            {
                JsonDraft patch = JsonDraft.EmptyObject();
                patch.SetValue("rules", aggregated["rules"u8]);
                await writes.Patch(resource, stored[index], patch);
            }
        }

        return true;
    }
}
