using Webhooks.Client.Objects;

namespace Webhooks.Client.Watching;

/// <summary>Takes what a reflector learns. Called by one reflector, one call at a time, in the server's order.</summary>
/// <typeparam name="T">The objects.</typeparam>
public interface IReflectorSink<T>
    where T : class, IKubernetesObject
{
    /// <summary>A whole list has come: what is not in it is gone.</summary>
    /// <param name="items">Every object of the list that could be read.</param>
    /// <param name="undecodable">Objects that are there and could not be read: what was known of them stays.</param>
    /// <param name="resourceVersion">The version of the list.</param>
    void Replace(IReadOnlyList<T> items, IReadOnlyList<ObjectKey> undecodable, string resourceVersion);

    /// <summary>An object is there, in a version that is new.</summary>
    void Set(T item);

    /// <summary>An object is gone; what it was at last. It may be one that was never told of.</summary>
    void Remove(T item);
}
