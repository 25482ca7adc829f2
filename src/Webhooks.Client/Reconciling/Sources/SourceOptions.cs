using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Sources;

/// <summary>Which objects of a source count, and which of their changes.</summary>
/// <remarks>Immutable. What is left out is not reconciled; a cache has it nevertheless.</remarks>
/// <typeparam name="T">The objects.</typeparam>
public sealed record SourceOptions<T>
    where T : class, IKubernetesObject
{
    /// <summary>All objects, and all changes.</summary>
    internal static SourceOptions<T> All { get; } = new();

    /// <summary>Which objects count. One that did before a change, or does after it, has changed. Default: all.</summary>
    public Func<T, bool> Where { get; init; } = static _ => true;

    /// <summary>Which changes count, from what was and what is: see <see cref="Changes"/>. That an object comes or goes counts always. Default: all.</summary>
    public Func<T, T, bool> WhenChanged { get; init; } = static (_, _) => true;

    /// <summary>How often all objects are looked at though nothing happened; <c>null</c>, the default: never. That costs no request.</summary>
    public TimeSpan? Resync { get; init; }
}
