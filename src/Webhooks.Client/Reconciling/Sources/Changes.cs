using Webhooks.Client.Objects;

namespace Webhooks.Client.Reconciling.Sources;

/// <summary>Which changes of an object count, for <see cref="SourceOptions{T}.WhenChanged"/>; and labels, for <see cref="SourceOptions{T}.Where"/>.</summary>
public static class Changes
{
    /// <summary>Whether what is wanted has changed, and not only what is observed; always true for kinds that do not count generations.</summary>
    /// <param name="old">What it was.</param>
    /// <param name="item">What it is.</param>
    public static bool Generation(IKubernetesObject old, IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(item);
        return item.Metadata.Generation != old.Metadata.Generation
            || item.Metadata.Generation == 0
            || (item.Metadata.DeletionTimestamp == null) != (old.Metadata.DeletionTimestamp == null);
    }

    /// <summary>Whether any label came, went or has another value.</summary>
    /// <param name="old">What it was.</param>
    /// <param name="item">What it is.</param>
    public static bool Labels(IKubernetesObject old, IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(item);
        return !old.Metadata.Labels.Equals(item.Metadata.Labels);
    }

    /// <summary>Whether any annotation came, went or has another value.</summary>
    /// <param name="old">What it was.</param>
    /// <param name="item">What it is.</param>
    public static bool Annotations(IKubernetesObject old, IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(item);
        return !old.Metadata.Annotations.Equals(item.Metadata.Annotations);
    }

    /// <summary>Whether any finalizer came or went.</summary>
    /// <param name="old">What it was.</param>
    /// <param name="item">What it is.</param>
    public static bool Finalizers(IKubernetesObject old, IKubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(item);
        return !old.Metadata.Finalizers.SequenceEqual(item.Metadata.Finalizers);
    }

    /// <summary>Objects that have a label.</summary>
    /// <param name="name">The label.</param>
    /// <param name="value">The value that it must have; <c>null</c>, the default: any.</param>
    public static Func<IKubernetesObject, bool> HasLabel(string name, string? value = null) =>
        item => item.Metadata.Labels.TryGetValue(name, out string? found) && (value == null || value == found);
}
