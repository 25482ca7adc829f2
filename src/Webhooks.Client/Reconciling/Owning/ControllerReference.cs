using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Owning;

/// <summary>Who manages an object: the one of its owners that is its controller, known by uid.</summary>
public static class ControllerReference
{
    /// <summary>What a child says of the object that manages it. The garbage collector takes the child after it, and in foreground deletion before it.</summary>
    /// <param name="owner">Read from the server, so that it has a uid; in the child's namespace, or in none.</param>
    /// <exception cref="ArgumentException">It has no uid.</exception>
    public static OwnerReference To<T>(T owner)
        where T : IKubernetesObject<T>
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentException.ThrowIfNullOrEmpty(owner.Metadata.Uid, nameof(owner));
        return new OwnerReference(T.Resource.ApiVersion, T.Resource.Kind, owner.Metadata.Name, owner.Metadata.Uid, Controller: true, BlockOwnerDeletion: true);
    }

    /// <summary>The reference of an object to what manages it.</summary>
    /// <returns><c>null</c> when nothing does.</returns>
    public static OwnerReference? Of(IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        foreach (OwnerReference owner in item.Metadata.OwnerReferences)
        {
            if (owner.Controller == true)
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>Whether an object is managed by another one: its uid decides, names and labels prove nothing.</summary>
    /// <param name="owner">Read from the server, so that it has a uid.</param>
    /// <param name="child">What may be its.</param>
    public static bool Owns(IKubernetesObject owner, IKubernetesObject child)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return owner.Metadata.Uid.Length > 0 && Of(child)?.Uid == owner.Metadata.Uid;
    }

    /// <summary>Whether a reference is to the kind of a record, whatever the version.</summary>
    internal static bool IsTo<T>(OwnerReference owner)
        where T : IKubernetesObject<T> =>
        owner.Kind == T.Resource.Kind && GroupOf(owner.ApiVersion).SequenceEqual(T.Resource.Group);

    private static ReadOnlySpan<char> GroupOf(string apiVersion) => apiVersion.AsSpan(0, Math.Max(apiVersion.IndexOf('/', StringComparison.Ordinal), 0));
}
