using System.Collections.Frozen;
using System.Collections.Immutable;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Kinds;

/// <summary>The resources that a server serves at one moment.</summary>
/// <remarks>Immutable and thread safe: a definition that comes, changes or goes makes a new table.</remarks>
internal sealed class KindTable
{
    private readonly FrozenDictionary<GroupVersionResource, ApiResource> _byName;
    private readonly ILookup<string, ApiResource> _byGroup;

    private KindTable(ImmutableArray<ApiResource> resources)
    {
        Resources = resources;
        _byName = resources.ToFrozenDictionary(resource => resource.Gvr);
        _byGroup = resources.ToLookup(resource => resource.Group, StringComparer.Ordinal);
    }

    /// <summary>The table of the built-in resources alone.</summary>
    public static KindTable BuiltIn { get; } = new(BuiltInKinds.All);

    /// <summary>Every resource in every version, the built-in ones first.</summary>
    public ImmutableArray<ApiResource> Resources { get; }

    /// <summary>The resource of that name, or <c>null</c>.</summary>
    public ApiResource? Find(GroupVersionResource name) => _byName.GetValueOrDefault(name);

    /// <summary>Whether a group's resources are built in.</summary>
    public bool IsBuiltInGroup(string group) => _byGroup[group].Any(resource => !resource.IsCustom);

    /// <summary>The resource of that kind, or <c>null</c>.</summary>
    public ApiResource? FindKind(GroupVersionKind kind) => _byGroup[kind.Group].FirstOrDefault(resource => resource.Gvk == kind);

    /// <summary>A resource in whichever version is served, or <c>null</c>.</summary>
    public ApiResource? FindAny(GroupResource name) => _byGroup[name.Group].FirstOrDefault(resource => resource.Plural == name.Resource);

    /// <summary>This table with other custom resources.</summary>
    public KindTable With(IEnumerable<ApiResource> custom) =>
        new([.. Resources.Where(resource => !resource.IsCustom), .. custom]);
}
