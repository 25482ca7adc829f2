namespace Webhooks.Admission.Templates;

/// <summary>What a template's <c>injection</c> block says: who may use it, and how it is put into a pod. Immutable.</summary>
public sealed record InjectionBlock
{
    /// <summary>A block that says nothing.</summary>
    public static InjectionBlock Default { get; } = new();

    /// <summary>Whether pods of opted-in namespaces get it without asking. Default: no.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Globs of the namespaces that may use it: <c>*</c> stands for any characters, <c>?</c> for one. Default: <c>*</c>, all.</summary>
    public IReadOnlyList<string> Namespaces { get; init; } = ["*"];

    /// <summary>Templates are applied by ascending order, then by name. Default 0.</summary>
    public int Order { get; init; }

    /// <summary>Where its init containers go, relative to the workload's own. Default: behind them.</summary>
    public InitPosition Position { get; init; }

    /// <summary>Whether its <c>containers</c> run as native sidecars. Default: in pods that run to completion.</summary>
    public NativeMode Native { get; init; }

    /// <summary>Whether pods on the node's network go without it. Default: no.</summary>
    public bool SkipsHostNetwork { get; init; }

    /// <summary>The operating system of the pods that it is for, <c>linux</c> or <c>windows</c>; <c>null</c>: any.</summary>
    public string? Os { get; init; }

    /// <summary>What happens when an item of it collides. Default: it is injected without that item.</summary>
    public ConflictMode OnConflict { get; init; }

    /// <summary>Volumes that the workload itself must have. Default: none.</summary>
    public IReadOnlyList<string> WorkloadVolumes { get; init; } = [];

    /// <summary>True when pods of that namespace may use it. No allocation; at most the product of both lengths in steps.</summary>
    public bool Allows(string @namespace)
    {
        for (int i = 0; i < Namespaces.Count; i++)
        {
            if (NamespaceGlob.Matches(Namespaces[i], @namespace))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when both say the same; the lists in them are compared item by item, which the equality of records is not.</summary>
    internal bool SaysTheSameAs(InjectionBlock other) =>
        Namespaces.SequenceEqual(other.Namespaces)
        && WorkloadVolumes.SequenceEqual(other.WorkloadVolumes)
        && this with { Namespaces = other.Namespaces, WorkloadVolumes = other.WorkloadVolumes } == other;
}
