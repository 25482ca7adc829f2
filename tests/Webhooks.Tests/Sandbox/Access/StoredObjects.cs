using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Bootstrap;

namespace Webhooks.Tests.Sandbox.Access;

/// <summary>Objects as a server stores them, and the parts that decide by them.</summary>
internal sealed class StoredObjects : IPolicySource
{
    private readonly SortedDictionary<(string Resource, string Namespace, string Name), JsonValue> _objects = new();

    public long PolicyRevision { get; private set; }

    /// <summary>How often something was read.</summary>
    public int Reads { get; private set; }

    /// <summary>With all that every cluster starts with.</summary>
    public static StoredObjects Bootstrapped()
    {
        StoredObjects objects = new();
        foreach ((GroupResource resource, JsonValue value) in BootstrapPolicy.All)
        {
            objects.Put(resource, value);
        }

        return objects;
    }

    public IEnumerable<JsonValue> List(GroupResource resource, string? inNamespace = null)
    {
        Reads++;
        return _objects.Where(pair => pair.Key.Resource == resource.ToString() && (inNamespace ?? pair.Key.Namespace) == pair.Key.Namespace).Select(pair => pair.Value);
    }

    public JsonValue Find(GroupResource resource, string inNamespace, string name)
    {
        Reads++;
        return _objects.GetValueOrDefault((resource.ToString(), inNamespace, name));
    }

    /// <summary>Stores an object of that resource, given as JSON.</summary>
    public StoredObjects Put(string resource, string json) => Put(GroupResource.Parse(resource), JsonTree.Parse(json).Root);

    /// <summary>Takes an object away.</summary>
    public void Remove(string resource, string inNamespace, string name)
    {
        _objects.Remove((resource, inNamespace, name));
        PolicyRevision++;
    }

    /// <summary>A Role in the namespace <c>here</c> with one rule of the core group or RBAC's, given to that user.</summary>
    public StoredObjects Give(string user, string role, params string[] rules) =>
        Put("roles.rbac.authorization.k8s.io", $$"""{"metadata":{"namespace":"here","name":"{{role}}"},"rules":[{{string.Join(',', rules)}}]}""")
            .Put("rolebindings.rbac.authorization.k8s.io", $$"""{"metadata":{"namespace":"here","name":"{{role}}"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"Role","name":"{{role}}"},"subjects":[{"kind":"User","name":"{{user}}"}]}""");

    /// <summary>The same everywhere: a ClusterRole and its binding.</summary>
    public StoredObjects GiveEverywhere(string user, string role, params string[] rules) =>
        Put("clusterroles.rbac.authorization.k8s.io", $$"""{"metadata":{"name":"{{role}}"},"rules":[{{string.Join(',', rules)}}]}""")
            .Put("clusterrolebindings.rbac.authorization.k8s.io", $$"""{"metadata":{"name":"{{role}}"},"roleRef":{"kind":"ClusterRole","name":"{{role}}"},"subjects":[{"kind":"User","name":"{{user}}"}]}""");

    private StoredObjects Put(GroupResource resource, JsonValue value)
    {
        JsonValue metadata = value["metadata"u8];
        _objects[(resource.ToString(), metadata["namespace"u8].AsString() ?? "", metadata["name"u8].GetString())] = value;
        PolicyRevision++;
        return this;
    }
}
