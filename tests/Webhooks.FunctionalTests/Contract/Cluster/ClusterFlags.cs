using System.Globalization;

namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>The flags of a control plane under the conditions of the recordings.</summary>
/// <remarks>Source: the reference of each program's flags, and what controller-runtime's envtest starts them with.</remarks>
internal static class ClusterFlags
{
    /// <summary>Of a single etcd without TLS, which does not care for a crash of the machine.</summary>
    public static IEnumerable<string> Etcd(ClusterFiles files, int client, int peer) =>
    [
        $"--data-dir={files.Data}",
        $"--listen-client-urls={Http(client)}",
        $"--advertise-client-urls={Http(client)}",
        $"--listen-peer-urls={Http(peer)}",
        $"--initial-advertise-peer-urls={Http(peer)}",
        $"--initial-cluster=default={Http(peer)}",
        "--unsafe-no-fsync",
    ];

    /// <summary>Of an API server for loopback alone. All recorded services are headless and without selector: one address family serves.</summary>
    public static IEnumerable<string> ApiServer(ClusterFiles files, int port, int etcd) =>
    [
        $"--etcd-servers={Http(etcd)}",
        "--etcd-compaction-interval=20s",
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        Flag("--secure-port", port),
        "--endpoint-reconciler-type=none",
        $"--tls-cert-file={files.ServingCertificate}",
        $"--tls-private-key-file={files.ServingKey}",
        $"--client-ca-file={files.Authority}",
        "--authorization-mode=Node,RBAC",
        "--disable-admission-plugins=ServiceAccount",
        "--service-cluster-ip-range=10.0.0.0/24",
        "--service-account-issuer=https://kubernetes.default.svc",
        $"--service-account-signing-key-file={files.SigningKey}",
        $"--service-account-key-file={files.VerifyingKey}",
        "--allow-privileged=true",
    ];

    /// <summary>Of a controller manager with the three controllers that the recordings speak of.</summary>
    public static IEnumerable<string> Controllers(ClusterFiles files, string kubeconfig, int port) =>
    [
        $"--kubeconfig={kubeconfig}",
        "--bind-address=127.0.0.1",
        Flag("--secure-port", port),
        $"--tls-cert-file={files.ServingCertificate}",
        $"--tls-private-key-file={files.ServingKey}",
        "--controllers=namespace-controller,garbage-collector-controller,clusterrole-aggregation-controller",
        "--leader-elect=false",
    ];

    private static string Http(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static string Flag(string name, int value) => string.Create(CultureInfo.InvariantCulture, $"{name}={value}");
}
