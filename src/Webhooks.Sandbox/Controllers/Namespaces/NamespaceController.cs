using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Namespaces;

/// <summary>Empties namespaces that are being deleted, and lets them go when they are empty. Keys are their names.</summary>
/// <remarks>As <c>pkg/controller/namespace/deletion</c>: pods go first, all else when they are gone.</remarks>
/// <param name="cluster">The cluster.</param>
/// <param name="writes">Its writes.</param>
/// <param name="grace">How long it leaves a namespace alone after its deletion was asked for.</param>
internal sealed class NamespaceController(Cluster cluster, ObjectWrites writes, TimeSpan grace) : Controller(cluster.Time)
{
    private const string Finalizer = "kubernetes";

    // Namespaces that are being deleted, and from when on they are emptied.
    private readonly Dictionary<string, DateTimeOffset> _terminating = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        StoredObject stored = change.Change.Object;
        if (change.Resource == BuiltIn.Namespaces)
        {
            ObserveNamespace(change.Change);
        }
        else if (_terminating.Count > 0 && _terminating.TryGetValue(stored.Namespace, out DateTimeOffset start))
        {
            Queue.AddAt(stored.Namespace, start);
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        ApiResource resource = cluster.Get(BuiltIn.Namespaces);
        if (cluster.Store.Find(BuiltIn.Namespaces, key) is not { } stored)
        {
            return true;
        }

        JsonValue space = stored.Read(resource.Gvk);
        if (space["metadata"u8]["deletionTimestamp"u8].IsAbsent || space["spec"u8]["finalizers"u8].Count == 0)
        {
            return true;
        }

        RemainingContent left = await DeleteContent(key);
        JsonDraft draft = new(space);
        if (SetConditions(draft, left))
        {
            // The change brings the namespace here again, for its finalizer.
            await writes.PatchConditions(resource, stored, draft);
            return true;
        }

        if (left.IsEmpty)
        {
            await Finalize(resource, stored, draft);
        }

        return !left.HasFailed;
    }

    private void ObserveNamespace(Change change)
    {
        string name = change.Object.Name;
        string? deletion = change.Kind == ChangeKind.Deleted ? null : change.Object.Read()["metadata"u8]["deletionTimestamp"u8].AsString();
        if (deletion == null)
        {
            _terminating.Remove(name);
            return;
        }

        if (!_terminating.TryGetValue(name, out DateTimeOffset start))
        {
            start = grace == TimeSpan.Zero ? DateTimeOffset.MinValue : DateTimeOffset.Parse(deletion, CultureInfo.InvariantCulture) + grace;
            _terminating[name] = start;
        }

        Queue.AddAt(name, start);
    }

    private async Task<RemainingContent> DeleteContent(string space)
    {
        RemainingContent left = new();
        ApiResource[] resources =
        [
            .. cluster.Kinds.Resources
                .Where(resource => resource.IsNamespaced && resource.Verbs.Contains("delete"))
                .DistinctBy(resource => resource.GroupResource)
                .OrderByDescending(resource => resource.GroupResource == BuiltIn.Pods),
        ];
        foreach (ApiResource resource in resources)
        {
            await Delete(resource, space, left);
            if (resource.GroupResource == BuiltIn.Pods && !left.IsEmpty)
            {
                return left;
            }
        }

        return left;
    }

    private async Task Delete(ApiResource resource, string space, RemainingContent left)
    {
        foreach (StoredObject stored in cluster.Store.List(resource.StoredAs, space + "/").Objects)
        {
            try
            {
                if (stored.Read()["metadata"u8]["deletionTimestamp"u8].IsAbsent)
                {
                    await writes.Delete(resource, stored);
                }
            }
            catch (StatusException refused) when (refused.Status.Code != 409)
            {
                left.Fail(refused.Status.Message);
            }
        }

        foreach (StoredObject stored in cluster.Store.List(resource.StoredAs, space + "/").Objects)
        {
            left.Add(resource.GroupResource, stored.Read()["metadata"u8]["finalizers"u8].Items().Select(item => item.AsString() ?? ""));
        }
    }

    private bool SetConditions(JsonDraft space, RemainingContent left)
    {
        bool changes = false;
        foreach ((string type, bool holds, string reason, string message) in left.Conditions)
        {
            changes |= Conditions.Set(space, type, holds, reason, message, cluster.Time.GetUtcNow());
        }

        return changes;
    }

    /// <summary>Takes its finalizer out of the namespace's spec; the last one that goes ends the namespace.</summary>
    private async Task Finalize(ApiResource resource, StoredObject stored, JsonDraft space)
    {
        JsonDraft spec = space.Child("spec");
        JsonDraft[] finalizers = [.. spec.Find("finalizers")!.Items.Where(item => item.Source.AsString() != Finalizer)];
        if (finalizers.Length < spec.Find("finalizers")!.Count)
        {
            spec.Set("finalizers", Drafts.Texts(finalizers.Select(item => item.Source.GetString())));
            await writes.Update(resource, stored, space, "finalize");
        }
    }
}
