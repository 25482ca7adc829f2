using Xunit;

namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>A test that runs where KUBEBUILDER_ASSETS names a folder with kube-apiserver and etcd.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterFactAttribute : FactAttribute
{
    public ClusterFactAttribute() => Skip = ClusterPrograms.Missing;
}
