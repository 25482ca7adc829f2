using System.Threading.Channels;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Storage;

/// <content>Who is told of every write: controllers.</content>
internal sealed partial class Store
{
    private readonly List<ChannelWriter<ResourceChange>> _subscribers = [];
    private long _published;

    /// <summary>How many changes subscribers have been told of, or would have been; unlike <see cref="Revision"/> it never goes back.</summary>
    public long Published
    {
        get
        {
            lock (_lock)
            {
                return _published;
            }
        }
    }

    /// <summary>Every change of every resource from now on, in order.</summary>
    public ChannelReader<ResourceChange> Subscribe()
    {
        Channel<ResourceChange> channel = Channel.CreateUnbounded<ResourceChange>(new UnboundedChannelOptions { SingleReader = true });
        lock (_lock)
        {
            _subscribers.Add(channel.Writer);
        }

        return channel.Reader;
    }

    /// <summary>Tells subscribers of an object once more: it has not changed, but what it stands for has.</summary>
    public void TellAgain(GroupResource resource, StoredObject stored)
    {
        lock (_lock)
        {
            Tell(resource, new Change(ChangeKind.Modified, stored, stored));
        }
    }

    private void Publish(GroupResource resource, Change change)
    {
        foreach (NamespaceIndex index in _indexes)
        {
            if (index.Resource == resource)
            {
                index.Take(change);
            }
        }

        Tell(resource, change);
    }

    private void Tell(GroupResource resource, Change change)
    {
        _published++;
        foreach (ChannelWriter<ResourceChange> subscriber in _subscribers)
        {
            subscriber.TryWrite(new ResourceChange(resource, change));
        }
    }
}
