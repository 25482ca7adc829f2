namespace Webhooks.Sandbox;

/// <summary>How an <see cref="ApiServer"/> is.</summary>
public sealed record ApiServerOptions
{
    /// <summary>
    /// The conditions under which answers of a real API server were recorded: its namespace, garbage-collector and
    /// clusterrole-aggregation controllers run, and no others.
    /// </summary>
    public static ApiServerOptions Recorded { get; } =
        new() { MakesServiceAccounts = false, CountsQuotas = false, ReleasesVolumes = false, NamespaceGrace = TimeSpan.FromSeconds(5) };

    /// <summary>The port; 0, the default, for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How many changes of each resource are kept for watches and earlier versions. Default 10,000.</summary>
    public int KeptChanges { get; init; } = 10_000;

    /// <summary>Whether requests are recorded from the start, see <see cref="ApiServer.Requests"/>. Default: no.</summary>
    public bool RecordsRequests { get; init; }

    /// <summary>
    /// Whether the controllers run without which a cluster is not one: those that empty namespaces and definitions that are
    /// deleted, collect what has lost its owners, and aggregate ClusterRoles. Default: yes.
    /// </summary>
    public bool RunsControllers { get; init; } = true;

    /// <summary>
    /// Whether each namespace gets a ServiceAccount <c>default</c> and a ConfigMap <c>kube-root-ca.crt</c>; needs
    /// <see cref="RunsControllers"/>. Default: yes.
    /// </summary>
    public bool MakesServiceAccounts { get; init; } = true;

    /// <summary>
    /// Whether the status of ResourceQuotas says what is used; needs <see cref="RunsControllers"/>. Without it quotas hold
    /// nobody back but where somebody else writes their status. Default: yes.
    /// </summary>
    public bool CountsQuotas { get; init; } = true;

    /// <summary>
    /// Whether PersistentVolumeClaims and PersistentVolumes that are being deleted go once nothing uses them; needs
    /// <see cref="RunsControllers"/>. Without it they stay until somebody takes their finalizer out. Default: yes.
    /// </summary>
    public bool ReleasesVolumes { get; init; } = true;

    /// <summary>
    /// Whether Deployments and ReplicaSets make pods, and a node runs them: it starts a pod at once, and ends it as soon as
    /// that is asked for; Events tell of it. Needs <see cref="RunsControllers"/>. Default: no.
    /// </summary>
    /// <remarks>
    /// To hold pods back, use what Kubernetes has for it: while the node is cordoned they stay pending, and with a readiness
    /// gate they run without being ready until somebody sets the gate's condition.
    /// </remarks>
    public bool PlaysWorkloads { get; init; }

    /// <summary>How long a namespace whose deletion was asked for is left alone before it is emptied. Default 0; a real cluster takes 5 s.</summary>
    public TimeSpan NamespaceGrace { get; init; }
}
