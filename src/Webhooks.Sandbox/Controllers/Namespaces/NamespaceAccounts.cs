using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Controllers.Namespaces;

/// <summary>Keeps in each namespace a ServiceAccount <c>default</c>, and a ConfigMap with the server's CA for pods to trust. Keys are namespaces.</summary>
/// <remarks>As <c>pkg/controller/serviceaccount</c> and <c>pkg/controller/certificates/rootcacertpublisher</c>.</remarks>
/// <param name="cluster">The cluster.</param>
/// <param name="writes">Its writes.</param>
/// <param name="authority">The CA's certificate, in PEM.</param>
internal sealed class NamespaceAccounts(Cluster cluster, ObjectWrites writes, string authority) : Controller(cluster.Time)
{
    private const string Account = "default";
    private const string RootAuthority = "kube-root-ca.crt";

    private const string Description =
        "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal "
        + "service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.";

    /// <inheritdoc />
    public override void Observe(in ResourceChange change)
    {
        StoredObject stored = change.Change.Object;
        if (change.Resource == BuiltIn.Namespaces)
        {
            Queue.Add(stored.Name);
        }
        else if ((change.Resource == BuiltIn.ServiceAccounts && stored.Name == Account)
            || (change.Resource == BuiltIn.ConfigMaps && stored.Name == RootAuthority))
        {
            Queue.Add(stored.Namespace);
        }
    }

    /// <inheritdoc />
    protected override async Task<bool> Sync(string key)
    {
        if (cluster.Store.Find(BuiltIn.Namespaces, key) is not { } space || !space.Read()["metadata"u8]["deletionTimestamp"u8].IsAbsent)
        {
            return true;
        }

        if (cluster.Store.Find(BuiltIn.ServiceAccounts, StoredObject.KeyOf(key, Account)) == null)
        {
            await writes.Create(cluster.Get(BuiltIn.ServiceAccounts), key, Named(Account));
        }

        await Publish(key);
        return true;
    }

    private async Task Publish(string space)
    {
        ApiResource resource = cluster.Get(BuiltIn.ConfigMaps);
        StoredObject? stored = cluster.Store.Find(BuiltIn.ConfigMaps, StoredObject.KeyOf(space, RootAuthority));
        if (stored == null)
        {
            JsonDraft made = Named(RootAuthority);
            made.Child("metadata").Child("annotations").SetText("kubernetes.io/description", Description);
            SetData(made);
            await writes.Create(resource, space, made);
            return;
        }

        JsonValue data = stored.Read()["data"u8];
        if (data.Count != 1 || data["ca.crt"u8].AsString() != authority)
        {
            JsonDraft restored = new(stored.Read(resource.Gvk));
            restored.Set("data", JsonDraft.EmptyObject());
            SetData(restored);
            await writes.Update(resource, stored, restored);
        }
    }

    private void SetData(JsonDraft map) => map.Child("data").SetText("ca.crt", authority);

    private static JsonDraft Named(string name)
    {
        JsonDraft made = JsonDraft.EmptyObject();
        made.Child("metadata").SetText("name", name);
        return made;
    }
}
