namespace Webhooks.Client.Reconciling.Statuses;

/// <summary>What came of writing a status: one of the types inside.</summary>
/// <remarks>Immutable.</remarks>
public abstract record StatusWrite<T>
{
    private StatusWrite()
    {
    }

    /// <summary>It was as wanted, and nothing was sent.</summary>
    /// <param name="Item">The object as it was read last.</param>
    public sealed record Unchanged(T Item) : StatusWrite<T>;

    /// <summary>It is as wanted now.</summary>
    /// <param name="Item">The object as the server has it.</param>
    public sealed record Written(T Item) : StatusWrite<T>;

    /// <summary>The object is gone, or another one has its name.</summary>
    public sealed record Gone : StatusWrite<T>;
}
