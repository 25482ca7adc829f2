using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Controllers.Namespaces;

/// <summary>What is still in a namespace that is being deleted, in the words of its conditions.</summary>
/// <remarks>As <c>pkg/controller/namespace/deletion/status_condition_utils.go</c>. Not thread safe.</remarks>
internal sealed class RemainingContent
{
    private readonly Dictionary<GroupResource, int> _objects = [];
    private readonly Dictionary<string, int> _finalizers = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];

    /// <summary>Whether nothing is left, and nothing failed.</summary>
    public bool IsEmpty => _objects.Count == 0 && _failures.Count == 0;

    /// <summary>Whether something could not be deleted.</summary>
    public bool HasFailed => _failures.Count > 0;

    /// <summary>The conditions: type, whether it holds, reason and message.</summary>
    public IEnumerable<(string Type, bool Holds, string Reason, string Message)> Conditions =>
    [
        ("NamespaceDeletionDiscoveryFailure", false, "ResourcesDiscovered", "All resources successfully discovered"),
        ("NamespaceDeletionGroupVersionParsingFailure", false, "ParsedGroupVersions", "All legacy kube types successfully parsed"),
        _failures.Count == 0
            ? ("NamespaceDeletionContentFailure", false, "ContentDeleted", "All content successfully deleted, may be waiting on finalization")
            : ("NamespaceDeletionContentFailure", true, "ContentDeletionFailed", $"Failed to delete all resource types, {_failures.Count} remaining: {Join(_failures)}"),
        _objects.Count == 0
            ? ("NamespaceContentRemaining", false, "ContentRemoved", "All content successfully removed")
            : ("NamespaceContentRemaining", true, "SomeResourcesRemain", "Some resources are remaining: "
                + Join(_objects.Select(left => $"{left.Key.Resource}.{left.Key.Group} has {left.Value} resource instances"))),
        _finalizers.Count == 0
            ? ("NamespaceFinalizersRemaining", false, "ContentRemoved", "All content successfully removed")
            : ("NamespaceFinalizersRemaining", true, "SomeFinalizersRemain", "Some finalizers are remaining: "
                + Join(_finalizers.Select(left => $"{left.Key} in {left.Value} resource instances"))),
    ];

    /// <summary>Counts an object that is left.</summary>
    public void Add(GroupResource resource, IEnumerable<string> finalizers)
    {
        _objects[resource] = _objects.GetValueOrDefault(resource) + 1;
        foreach (string finalizer in finalizers)
        {
            _finalizers[finalizer] = _finalizers.GetValueOrDefault(finalizer) + 1;
        }
    }

    /// <summary>Notes why something could not be deleted.</summary>
    public void Fail(string message) => _failures.Add(message);

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts.Order(StringComparer.Ordinal));
}
