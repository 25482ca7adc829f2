using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Controllers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

/// <summary>A cluster without a port: its store, its verbs and its controllers. Objects are named <c>configmaps/n/x</c>, <c>namespaces/x</c>.</summary>
internal sealed class ClusterInProcess : IAsyncDisposable
{
    public const string Authority = "the authority's certificate";

    private readonly AccessControl _access;
    private readonly ApiVerbs _verbs;
    private readonly ControllerLoop _controllers;
    private readonly List<Controller> _made = [];

    private ClusterInProcess(ApiServerOptions options, Func<ObjectWrites, Controller>? more)
    {
        Cluster = new Cluster(Time, new Store(options.KeptChanges));
        _access = new AccessControl(new PolicySource(Cluster.Store), Time, new TokenOptions());
        _verbs = new ApiVerbs(Cluster, _access);
        Writes = new ObjectWrites(_verbs, default);
        _controllers = new ControllerLoop(Cluster, _verbs, writes =>
        {
            _made.AddRange([.. ControllerSet.Make(options, Cluster, writes, Authority), .. more is null ? [] : new[] { more(writes) }]);
            return _made;
        });
    }

    public ManualTime Time { get; } = new();

    public Cluster Cluster { get; }

    /// <summary>For a controller that a test leads by hand.</summary>
    public ObjectWrites Writes { get; }

    public static async Task<ClusterInProcess> Start(ApiServerOptions? options = null, Func<ObjectWrites, Controller>? more = null)
    {
        ClusterInProcess cluster = new(options ?? new ApiServerOptions { MakesServiceAccounts = false }, more);
        cluster._controllers.Start();
        await cluster.Create("namespaces/n", """{"spec":{"finalizers":["kubernetes"]} }""");
        await cluster.AtRest();
        return cluster;
    }

    /// <summary>Waits until the controllers have nothing more to do; a minute is far more than they need.</summary>
    public Task AtRest() => _controllers.AtRest(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);

    public async Task<JsonValue> Create(string path, string json = "{}")
    {
        (ApiResource resource, string space, string name) = Parse(path);
        JsonDraft draft = new(JsonTree.Parse(json).Root);
        draft.SetText("apiVersion", resource.ApiVersion);
        draft.SetText("kind", resource.Kind);
        draft.Child("metadata").SetText("name", name);
        return await Run(new ApiCall { Verb = "create", Resource = resource, Namespace = space, Body = draft.Freeze().RawText.ToArray() });
    }

    public Task<JsonValue> Patch(string path, string json, string subresource = "")
    {
        (ApiResource resource, string space, string name) = Parse(path);
        return Run(new ApiCall
        {
            Verb = "patch",
            Resource = resource,
            Subresource = resource.Find(subresource),
            Namespace = space,
            Name = name,
            ContentType = "application/merge-patch+json",
            Body = Encoding.UTF8.GetBytes(json),
        });
    }

    public Task Delete(string path, string propagation = "Background", long? grace = null)
    {
        (ApiResource resource, string space, string name) = Parse(path);
        string seconds = grace is { } number ? $",\"gracePeriodSeconds\":{number}" : "";
        string options = $"{{\"kind\":\"DeleteOptions\",\"apiVersion\":\"v1\",\"propagationPolicy\":\"{propagation}\"{seconds}}}";
        return Run(new ApiCall { Verb = "delete", Resource = resource, Namespace = space, Name = name, Body = Encoding.UTF8.GetBytes(options) });
    }

    /// <summary>The object as it is now; missing for none.</summary>
    public JsonValue Get(string path)
    {
        (ApiResource resource, string space, string name) = Parse(path);
        return Cluster.Store.Find(resource.StoredAs, StoredObject.KeyOf(space, name))?.Read() ?? default;
    }

    public bool Has(string path) => !Get(path).IsMissing;

    /// <summary>All objects of a resource, in order of their keys.</summary>
    public JsonValue[] List(string plural) => [.. Cluster.Store.List(Resource(plural).StoredAs, "").Objects.Select(item => item.Read())];

    public string UidOf(string path) => Get(path)["metadata"]["uid"].GetString();

    /// <summary>A reference to an object, as one stands in <c>ownerReferences</c>.</summary>
    public string ReferenceTo(string path, bool isBlocking = false)
    {
        (ApiResource resource, _, string name) = Parse(path);
        string blocking = isBlocking ? ",\"blockOwnerDeletion\":true" : "";
        return $"{{\"apiVersion\":\"{resource.ApiVersion}\",\"kind\":\"{resource.Kind}\",\"name\":\"{name}\",\"uid\":\"{UidOf(path)}\"{blocking}}}";
    }

    /// <summary>Waits until something is so, looking after each write.</summary>
    public async Task Until(Func<bool> fact)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(1));
        while (true)
        {
            Task next = Cluster.Store.NextWrite();
            if (fact())
            {
                return;
            }

            await next.WaitAsync(patience.Token);
        }
    }

    /// <summary>Stops; nothing that controllers asked for may have been refused but for a conflict.</summary>
    public async ValueTask DisposeAsync()
    {
        await _controllers.DisposeAsync();
        _access.Dispose();
        Assert.All(_made, controller => Assert.Null(controller.LastRefusal));
    }

    private async Task<JsonValue> Run(ApiCall call) => await _verbs.Run(call, default) is Answer.Object answer
        ? JsonTree.Parse(answer.Json, JsonPolicy.Server).Root
        : default;

    private (ApiResource Resource, string Space, string Name) Parse(string path)
    {
        string[] parts = path.Split('/');
        return (Resource(parts[0]), parts.Length == 3 ? parts[1] : "", parts[^1]);
    }

    private ApiResource Resource(string plural) => Cluster.Kinds.Resources.First(resource => resource.Plural == plural);
}
