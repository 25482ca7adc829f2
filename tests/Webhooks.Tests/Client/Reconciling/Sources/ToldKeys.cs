using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;

namespace Webhooks.Tests.Client.Reconciling.Sources;

/// <summary>Keeps the keys that a source tells.</summary>
internal sealed class ToldKeys : IKeySink
{
    private readonly List<string> _keys = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_keys)
            {
                return [.. _keys];
            }
        }
    }

    public void Add(ObjectKey key, bool isBacklog)
    {
        lock (_keys)
        {
            _keys.Add(isBacklog ? $"{key} (backlog)" : $"{key}");
        }
    }
}
