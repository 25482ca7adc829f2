using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Tests.Sandbox.Verbs;

/// <summary>A store and its verbs, without a port and without controllers; there is a namespace <c>n</c>.</summary>
internal sealed class BareCluster : IDisposable
{
    private readonly AccessControl _access;

    public BareCluster()
    {
        Cluster = new Cluster(Time, new Store());
        _access = new AccessControl(new PolicySource(Cluster.Store), Time, new TokenOptions());
        Verbs = new ApiVerbs(Cluster, _access);
        Create("namespaces", "", """{"metadata":{"name":"n"}}""");
    }

    public InterruptingTime Time { get; } = new();

    public Cluster Cluster { get; }

    public ApiVerbs Verbs { get; }

    /// <summary>The resource of that plural that is served now.</summary>
    public ApiResource Resource(string plural) => Cluster.Kinds.Resources.First(resource => resource.Plural == plural);

    public Answer Create(string plural, string space, string json) => Create(Resource(plural), space, json);

    /// <exception cref="StatusException">It is refused.</exception>
    public Answer Create(ApiResource resource, string space, string json)
    {
        JsonDraft made = new(JsonTree.Parse(json).Root);
        made.Set("apiVersion", Text(resource.ApiVersion));
        made.Set("kind", Text(resource.Kind));
        return Run(new ApiCall { Verb = "create", Resource = resource, Namespace = space, Body = made.Freeze().RawText.ToArray() });
    }

    /// <exception cref="StatusException">It is refused.</exception>
    public Answer Run(ApiCall call) => Verbs.Run(call, default).GetAwaiter().GetResult();

    /// <summary>Defines a namespaced resource of <c>example.com</c>.</summary>
    public void Define(string plural, string kind, string shortNames = "[]") => Create("customresourcedefinitions", "", $$$"""
        {"metadata":{"name":"{{{plural}}}.example.com"},"spec":{"group":"example.com","scope":"Namespaced",
         "names":{"plural":"{{{plural}}}","kind":"{{{kind}}}","shortNames":{{{shortNames}}} },
         "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"} } }] } }
        """);

    /// <summary>Takes an object out of the store, as the last step of its deletion does.</summary>
    public void Remove(string plural, string key)
    {
        GroupResource resource = Resource(plural).StoredAs;
        _ = Cluster.Store.TryDelete(resource, Cluster.Store.Find(resource, key)!);
        Verbs.SyncDefinitions();
    }

    public void Dispose() => _access.Dispose();

    private static JsonDraft Text(string text) => new(JsonTree.OfString(Encoding.UTF8.GetBytes(text)).Root);
}
