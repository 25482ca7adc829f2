using Webhooks.Client.Caching;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Sources;

/// <summary>Hears of changes, and tells the keys that have to be looked at for them.</summary>
internal sealed class KeyHandler<T>(IKeySink sink, Func<T, IEnumerable<ObjectKey>> keysOf, SourceOptions<T> options) : IInformerHandler<T>
    where T : class, IKubernetesObject
{
    public void Added(T item, bool isInInitialList)
    {
        if (options.Where(item))
        {
            Tell(item, isBacklog: isInInitialList);
        }
    }

    public void Updated(T old, T item)
    {
        if (ReferenceEquals(old, item))
        {
            // Nothing happened: a resync.
            if (options.Where(item))
            {
                Tell(item, isBacklog: true);
            }
        }
        else if ((options.Where(old) || options.Where(item)) && options.WhenChanged(old, item))
        {
            // It may have moved, from one owner to another.
            Tell(old, isBacklog: false);
            Tell(item, isBacklog: false);
        }
    }

    public void Deleted(T last, bool isFinalStateUnknown)
    {
        if (options.Where(last))
        {
            Tell(last, isBacklog: false);
        }
    }

    private void Tell(T item, bool isBacklog)
    {
        foreach (ObjectKey key in keysOf(item))
        {
            sink.Add(key, isBacklog);
        }
    }
}
