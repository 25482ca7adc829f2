using Xunit;

namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>Tests that run where KUBEBUILDER_ASSETS names a folder with kube-apiserver and etcd.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClusterTheoryAttribute : TheoryAttribute
{
    public ClusterTheoryAttribute() => Skip = ClusterPrograms.Missing;
}
