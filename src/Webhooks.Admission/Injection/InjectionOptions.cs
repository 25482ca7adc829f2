namespace Webhooks.Admission.Injection;

/// <summary>The settings of injection, the same for the webhook and for the command line. Immutable.</summary>
public sealed record InjectionOptions
{
    /// <summary>The prefix of the annotations that the talks used.</summary>
    public const string DefaultPrefix = "initializer.kubernetes.io/";

    /// <summary>The settings without any flag.</summary>
    public static InjectionOptions Default { get; } = new();

    /// <summary>The annotations that are ours.</summary>
    public AnnotationNames Annotations { get; init; } = new(DefaultPrefix);

    /// <summary>The server's own namespace, in which nothing is injected. Default <c>webhooks-system</c>.</summary>
    public string OwnNamespace { get; init; } = "webhooks-system";

    /// <summary>Namespaces in which nothing is injected. Default <c>kube-system</c>, <c>kube-public</c>, <c>kube-node-lease</c>.</summary>
    public IReadOnlySet<string> ExcludedNamespaces { get; init; } =
        new HashSet<string>(StringComparer.Ordinal) { "kube-system", "kube-public", "kube-node-lease" };

    /// <summary>Whether to refuse an object that asks for a template which is missing or was never valid. Default: allow, with a warning.</summary>
    public bool DenyMissingTemplate { get; init; }

    /// <summary>The version of the oldest kubelet. Default: not known, and taken as one that runs native sidecars.</summary>
    public KubeVersion? KubeVersion { get; init; }

    /// <summary>True where nothing is injected.</summary>
    public bool IsExcluded(string @namespace) => @namespace == OwnNamespace || ExcludedNamespaces.Contains(@namespace);
}
