using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Keeps what is served true to the CustomResourceDefinitions that are stored: accepts names, and serves what is established.</summary>
/// <remarks>Thread safe. A definition is served when the request that made it is answered.</remarks>
internal sealed class Definitions(Cluster cluster)
{
    /// <summary>The resource of definitions.</summary>
    public static readonly GroupResource Resource = new("apiextensions.k8s.io", "customresourcedefinitions");

    private static readonly GroupVersionKind Kind = new("apiextensions.k8s.io", "v1", "CustomResourceDefinition");

    private readonly Lock _lock = new();

    /// <summary>Takes in what has changed.</summary>
    public void Sync()
    {
        lock (_lock)
        {
            ImmutableArray<ApiResource>.Builder served = ImmutableArray.CreateBuilder<ApiResource>();
            HashSet<GroupResource> kept = [];
            foreach (StoredObject definition in cluster.Store.List(Resource, "").Objects)
            {
                JsonValue read = Accept(definition).Read(Kind);
                served.AddRange(CustomKinds.Of(read));
                kept.Add(new GroupResource(read["spec"u8]["group"u8].AsString() ?? "", read["spec"u8]["names"u8]["plural"u8].AsString() ?? ""));
            }

            GroupResource[] gone = [.. cluster.Kinds.Resources.Where(one => one.IsCustom && !kept.Contains(one.StoredAs)).Select(one => one.StoredAs).Distinct()];
            cluster.Kinds = cluster.Kinds.With(served);
            foreach (ApiResource resource in served)
            {
                cluster.Store.Open(resource.StoredAs);
            }

            foreach (GroupResource resource in gone)
            {
                cluster.Store.Drop(resource);
            }
        }
    }

    /// <summary>Writes the status that says that a definition's names are taken, where it does not yet.</summary>
    private StoredObject Accept(StoredObject definition)
    {
        while (true)
        {
            JsonDraft draft = new(definition.Read(Kind));
            if (!DefinitionNames.Accept(draft, AcceptedIn(draft.Find("spec")!.FindSource("group").AsString() ?? ""), cluster.Time.GetUtcNow()))
            {
                return definition;
            }

            if (cluster.Store.TryReplace(Resource, definition, StoredObject.Of(draft)) is { } accepted)
            {
                return accepted;
            }

            if (cluster.Store.Find(Resource, definition.Key) is not { } newer)
            {
                return definition;
            }

            definition = newer;
        }
    }

    /// <summary>What definitions of the group have for names by now.</summary>
    private JsonValue[] AcceptedIn(string group) =>
    [
        .. cluster.Store.List(Resource, "").Objects.Select(other => other.Read())
            .Where(other => (other["spec"u8]["group"u8].AsString() ?? "") == group)
            .Select(other => other["status"u8]["acceptedNames"u8]),
    ];
}
