using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Owning;

/// <summary>An index by which a cache finds the children of an object: its name, and its values.</summary>
public static class OwnerIndex
{
    /// <summary>What the index is called: <c>controllerUid</c>.</summary>
    public const string Name = "controllerUid";

    /// <summary>Under which values an object is found: the uid of what manages it; none for what nothing manages.</summary>
    /// <param name="item">Any object.</param>
    public static IEnumerable<string> ValuesOf(IKubernetesObject item) => ControllerReference.Of(item) is { } owner ? [owner.Uid] : [];
}
