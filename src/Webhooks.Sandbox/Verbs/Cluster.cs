using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>What all requests to a server share.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class Cluster(TimeProvider time, Store store)
{
    private volatile KindTable _kinds = KindTable.BuiltIn;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Everything that is stored.</summary>
    public Store Store { get; } = store;

    /// <summary>What is served now.</summary>
    public KindTable Kinds
    {
        get => _kinds;
        set => _kinds = value;
    }
}
