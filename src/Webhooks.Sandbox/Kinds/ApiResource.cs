using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Applying;
using Webhooks.Schemas;

namespace Webhooks.Sandbox.Kinds;

/// <summary>A resource in one of the versions it is served in: built in, or of a CustomResourceDefinition.</summary>
/// <remarks>Immutable and thread safe. A changed definition makes a new one.</remarks>
internal sealed record ApiResource
{
    private FieldOwnership? _ownership;

    /// <summary>The group; empty for the core group.</summary>
    public required string Group { get; init; }

    /// <summary>The version: <c>v1</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The plural name that paths have: <c>deployments</c>.</summary>
    public required string Plural { get; init; }

    /// <summary>The singular name; may be empty for subresources' parents only.</summary>
    public required string Singular { get; init; }

    /// <summary>The kind: <c>Deployment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind of lists; <c>DeploymentList</c>.</summary>
    public required string ListKind { get; init; }

    /// <summary>Whether its objects live in namespaces.</summary>
    public required bool IsNamespaced { get; init; }

    /// <summary>What it can be asked, as discovery lists it: <c>create</c>, <c>watch</c>.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    /// <summary>Short names: <c>deploy</c>.</summary>
    public IReadOnlyList<string> ShortNames { get; init; } = [];

    /// <summary>Groups of resources it belongs to: <c>all</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What of its objects has a path of its own: <c>status</c>, <c>scale</c>.</summary>
    public IReadOnlyList<ApiSubresource> Subresources { get; init; } = [];

    /// <summary>What every request to it is warned of: that it is deprecated; <c>null</c> for nothing.</summary>
    public string? Deprecation { get; init; }

    /// <summary>The shape of its objects; of a custom resource as its definition has it. <c>null</c> where none is known: anything goes.</summary>
    public Schema? Schema { get; init; }

    /// <summary>What the server makes of objects of a custom resource; <c>null</c> for a built-in one.</summary>
    public CustomResourceKind? Custom { get; init; }

    /// <summary>The whole CustomResourceDefinition as stored; missing for a built-in resource.</summary>
    public JsonValue Definition { get; init; }

    /// <summary>The entry of <c>spec.versions</c> in <see cref="Definition"/> that this is; missing for a built-in resource.</summary>
    public JsonValue DefinitionVersion { get; init; }

    /// <summary>Under which resource its objects are kept; another than its own where two groups show the same objects, as events do.</summary>
    public GroupResource StoredAs
    {
        get => field.IsEmpty ? GroupResource : field;
        init;
    }

    /// <summary>Whether its definition is being deleted: nothing new may be made.</summary>
    public bool IsTerminating { get; init; }

    /// <summary>Whether it comes from a CustomResourceDefinition.</summary>
    public bool IsCustom => !Definition.IsMissing;

    /// <summary>Group, version and plural name.</summary>
    public GroupVersionResource Gvr => new(Group, Version, Plural);

    /// <summary>Group and plural name, as errors name it.</summary>
    public GroupResource GroupResource => new(Group, Plural);

    /// <summary>Group, version and kind.</summary>
    public GroupVersionKind Gvk => new(Group, Version, Kind);

    /// <summary>Group and kind, as errors name it.</summary>
    public GroupKind GroupKind => new(Group, Kind);

    /// <summary>What stands in <c>apiVersion</c>.</summary>
    public string ApiVersion => new GroupVersion(Group, Version).ToString();

    /// <summary>Who owns which of its objects' fields, and what applying does to them; made when it is first asked for.</summary>
    internal FieldOwnership Ownership => Volatile.Read(ref _ownership) ?? (_ownership = new FieldOwnership(Schema, Gvk, IsCustom, Find("status") != null));

    /// <summary>The subresource of that name, or <c>null</c>.</summary>
    public ApiSubresource? Find(string subresource)
    {
        foreach (ApiSubresource candidate in Subresources)
        {
            if (candidate.Name == subresource)
            {
                return candidate;
            }
        }

        return null;
    }
}
