namespace Webhooks.Client.Objects;

/// <summary>What tells an object from the others of its resource.</summary>
/// <param name="Namespace">Empty for what is in none.</param>
/// <param name="Name">Unique among the objects of the resource in that namespace.</param>
public readonly record struct ObjectKey(string Namespace, string Name)
{
    /// <summary>The key of an object.</summary>
    public static ObjectKey Of(IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ObjectKey(item.Metadata.Namespace, item.Metadata.Name);
    }

    /// <summary>As client-go writes keys: <c>default/web</c>, and the name alone without a namespace.</summary>
    public override string ToString() => string.IsNullOrEmpty(Namespace) ? Name : $"{Namespace}/{Name}";
}
