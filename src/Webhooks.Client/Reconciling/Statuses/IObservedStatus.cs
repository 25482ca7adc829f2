using System.Text.Json.Serialization.Metadata;

namespace Webhooks.Client.Reconciling.Statuses;

/// <summary>A status that says which generation of its object it was found out of.</summary>
/// <remarks>Immutable. It may have <c>conditions</c>, a list of <see cref="Condition"/>.</remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IObservedStatus<TSelf>
    where TSelf : IObservedStatus<TSelf>
{
    /// <summary>How it is written, without reflection.</summary>
    static abstract JsonTypeInfo<TSelf> Json { get; }

    /// <summary>A copy with another <c>observedGeneration</c>.</summary>
    /// <param name="generation">That of the object when it was read.</param>
    TSelf Observed(long generation);
}
