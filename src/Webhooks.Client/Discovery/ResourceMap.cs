using System.Collections.Immutable;
using Webhooks.Client.Objects;
using Webhooks.Resources.Api;

namespace Webhooks.Client.Discovery;

/// <summary>Which resources a server had when it was asked, in the order it prefers.</summary>
/// <remarks>Immutable and thread safe. Of one resource in several versions the preferred version stands first, and names mean that.</remarks>
public sealed class ResourceMap
{
    private readonly Dictionary<GroupVersionKind, DiscoveredResource> _byKind = [];
    private readonly Dictionary<string, DiscoveredResource> _byName = new(StringComparer.OrdinalIgnoreCase);

    internal ResourceMap(IEnumerable<DiscoveredResource> resources, IEnumerable<GroupVersion> stale)
    {
        Resources = [.. resources];
        Stale = [.. stale];
        foreach (DiscoveredResource resource in Resources)
        {
            _byKind.TryAdd(resource.Type.GroupVersionKind, resource);
        }

        // A plural is meant before a singular, that before a short name, as kubectl has it.
        AddNames(resource => [resource.Type.Plural]);
        AddNames(resource => [resource.Singular, resource.Type.Kind]);
        AddNames(resource => resource.ShortNames);
    }

    /// <summary>All of them, in the order the server prefers.</summary>
    public ImmutableArray<DiscoveredResource> Resources { get; }

    /// <summary>Groups and versions that another server has, which did not answer: of them there may be nothing here, or what there was.</summary>
    public ImmutableArray<GroupVersion> Stale { get; }

    /// <summary>The resource of a kind; <c>null</c> when the server has none.</summary>
    public ResourceType? Find(GroupVersionKind kind) => _byKind.GetValueOrDefault(kind)?.Type;

    /// <summary>The resource that a name means, in the version that the server prefers; <c>null</c> when it means none.</summary>
    /// <param name="name">A plural, singular, kind or short name, with its group or without: <c>deploy</c>, <c>Deployment</c>, <c>deployments.apps</c>. Case does not matter.</param>
    public ResourceType? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.GetValueOrDefault(name)?.Type;
    }

    /// <summary>The resources that a category means, each once, in its preferred version: those of <c>all</c>.</summary>
    public IEnumerable<ResourceType> InCategory(string category) =>
        Resources.Where(resource => resource.Categories.Contains(category))
            .Select(resource => resource.Type)
            .DistinctBy(type => (type.Group, type.Plural));

    private void AddNames(Func<DiscoveredResource, IEnumerable<string>> names)
    {
        foreach (DiscoveredResource resource in Resources)
        {
            foreach (string name in names(resource).Where(name => name.Length > 0))
            {
                _byName.TryAdd(name, resource);
                if (resource.Type.Group.Length > 0)
                {
                    _byName.TryAdd($"{name}.{resource.Type.Group}", resource);
                    _byName.TryAdd($"{name}.{resource.Type.Version}.{resource.Type.Group}", resource);
                }
            }
        }
    }
}
