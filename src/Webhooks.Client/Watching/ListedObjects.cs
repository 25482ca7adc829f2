using Webhooks.Client.Objects;

namespace Webhooks.Client.Watching;

/// <summary>A list that is on its way: nobody sees it before it is whole.</summary>
internal sealed class ListedObjects<T>
    where T : class, IKubernetesObject<T>
{
    // Null: it is there, and can't be read.
    private readonly Dictionary<ObjectKey, T?> _items = [];

    /// <summary>How many objects there are.</summary>
    public int Count => _items.Count;

    /// <summary>An object is in the list, in this version.</summary>
    public void Set(T item) => _items[ObjectKey.Of(item)] = item;

    /// <summary>An object is in the list that can't be read.</summary>
    public void SetUndecodable(ObjectKey key) => _items[key] = null;

    /// <summary>An object is not in the list, or no longer.</summary>
    public void Remove(ObjectKey key) => _items.Remove(key);

    /// <summary>Shows the list to a sink.</summary>
    public void ShowTo(IReflectorSink<T> sink, string version)
    {
        List<T> items = new(_items.Count);
        List<ObjectKey> undecodable = [];
        foreach ((ObjectKey key, T? item) in _items)
        {
            if (item == null)
            {
                undecodable.Add(key);
            }
            else
            {
                items.Add(item);
            }
        }

        sink.Replace(items, undecodable, version);
    }
}
