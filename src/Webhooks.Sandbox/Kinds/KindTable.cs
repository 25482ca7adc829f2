using System.Collections.Frozen;
using System.Collections.Immutable;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Kinds;

/// <summary>The resources that a server serves at one moment.</summary>
/// <remarks>
/// Immutable and thread safe: a definition that comes, changes or goes makes a new table. Of that the built-in part is
/// shared, so that definitions that come by the thousand do not pay for it.
/// </remarks>
internal sealed class KindTable
{
    private static readonly FrozenDictionary<GroupVersionResource, ApiResource> BuiltInByName = BuiltInKinds.All.ToFrozenDictionary(resource => resource.Gvr);
    private static readonly ILookup<string, ApiResource> BuiltInByGroup = BuiltInKinds.All.ToLookup(resource => resource.Group, StringComparer.Ordinal);

    private readonly Dictionary<GroupVersionResource, ApiResource> _byName = [];
    private readonly ILookup<string, ApiResource> _byGroup;

    private KindTable(ImmutableArray<ApiResource> custom)
    {
        Resources = [.. BuiltInKinds.All, .. custom];
        foreach (ApiResource resource in custom)
        {
            _byName.Add(resource.Gvr, resource);
        }

        _byGroup = custom.ToLookup(resource => resource.Group, StringComparer.Ordinal);
    }

    /// <summary>The table of the built-in resources alone.</summary>
    public static KindTable BuiltIn { get; } = new([]);

    /// <summary>Every resource in every version, the built-in ones first.</summary>
    public ImmutableArray<ApiResource> Resources { get; }

    /// <summary>The resource of that name, or <c>null</c>.</summary>
    public ApiResource? Find(GroupVersionResource name) => BuiltInByName.GetValueOrDefault(name) ?? _byName.GetValueOrDefault(name);

    /// <summary>Whether a group's resources are built in.</summary>
    public static bool IsBuiltInGroup(string group) => BuiltInByGroup.Contains(group);

    /// <summary>The resource of that kind, or <c>null</c>.</summary>
    public ApiResource? FindKind(GroupVersionKind kind) => OfGroup(kind.Group).FirstOrDefault(resource => resource.Gvk == kind);

    /// <summary>A resource in whichever version is served, or <c>null</c>.</summary>
    public ApiResource? FindAny(GroupResource name) => OfGroup(name.Group).FirstOrDefault(resource => resource.Plural == name.Resource);

    /// <summary>A table with these custom resources.</summary>
    public static KindTable With(IEnumerable<ApiResource> custom) => new([.. custom]);

    private IEnumerable<ApiResource> OfGroup(string group) => BuiltInByGroup[group].Concat(_byGroup[group]);
}
