using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

public sealed class NamespaceAccountsTests
{
    [Fact]
    public async Task Each_namespace_has_an_account_and_the_authority_and_gets_them_back()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(new ApiServerOptions());
        string uid = cluster.UidOf("serviceaccounts/n/default");
        await cluster.Delete("serviceaccounts/n/default");
        await cluster.Patch("configmaps/n/kube-root-ca.crt", """{"data":{"ca.crt":"another","more":"x"}}""");
        await cluster.AtRest();

        Assert.NotEqual(uid, cluster.UidOf("serviceaccounts/n/default"));
        Assert.Equal(ClusterInProcess.Authority, cluster.Get("configmaps/n/kube-root-ca.crt")["data"]["ca.crt"].GetString());
        Assert.Equal(1, cluster.Get("configmaps/n/kube-root-ca.crt")["data"].Count);
    }

    [Fact]
    public async Task They_do_not_hold_a_namespace_that_is_deleted()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(new ApiServerOptions());
        await cluster.Delete("namespaces/n");
        await cluster.AtRest();

        Assert.False(cluster.Has("namespaces/n"));
        Assert.Empty(cluster.List("serviceaccounts"));
    }

    [Fact]
    public async Task A_server_as_it_was_recorded_has_neither()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(ApiServerOptions.Recorded);

        Assert.Empty(cluster.List("serviceaccounts"));
        Assert.Empty(cluster.List("configmaps"));
    }
}
