using Webhooks.Client.Objects;

namespace Webhooks.Client.Caching;

/// <summary>Functions for indexes of any object, each with the name to add it by.</summary>
public static class ObjectIndexes
{
    /// <summary>Names the index of <see cref="Namespaces"/>.</summary>
    public const string ByNamespace = "namespace";

    /// <summary>Names the index of <see cref="ControllerUids"/>.</summary>
    public const string ByController = "controller";

    /// <summary>An object is found under its namespace; one that is in none, under the empty text.</summary>
    public static IEnumerable<string> Namespaces(IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return [item.Metadata.Namespace];
    }

    /// <summary>An object is found under the uid of the owner that manages it, and else under nothing: a name would prove nothing.</summary>
    public static IEnumerable<string> ControllerUids(IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        foreach (OwnerReference owner in item.Metadata.OwnerReferences)
        {
            if (owner.Controller == true)
            {
                return [owner.Uid];
            }
        }

        return [];
    }
}
