using Webhooks.Client.Configuration;
using Xunit;

namespace Webhooks.Tests.Client.Configuration;

public sealed class InClusterConfigurationTests
{
    [Theory]
    [InlineData("10.96.0.1", "443", "https://10.96.0.1/")]
    [InlineData("fd00::1", "6443", "https://[fd00::1]:6443/")]
    [InlineData("kubernetes.default.svc", "443", "https://kubernetes.default.svc/")]
    public void The_address_is_that_of_the_variables(string host, string port, string expected) =>
        Assert.Equal(expected, InClusterConfiguration.Read(Pod(host, port).Sources).Server.ToString());

    [Fact]
    public void Token_and_authority_are_files_for_they_are_replaced()
    {
        ClientOptions options = InClusterConfiguration.Read(Pod().Sources);
        Assert.Equal(new PemSource.OfFile("/sa/ca.crt"), options.CertificateAuthority);
        Assert.Equal(new ClientCredentials(null, new BearerToken(null, "/sa/token"), null), options.Credentials);
        Assert.Equal("team", options.Namespace);
        Assert.Empty(options.Warnings);
    }

    [Fact]
    public void The_namespace_is_what_the_pod_was_told()
    {
        FakeSources pod = Pod();
        pod.Variables["POD_NAMESPACE"] = "told";
        Assert.Equal("told", InClusterConfiguration.Read(pod.Sources).Namespace);
        pod = Pod();
        pod.Remove("/sa/namespace");
        Assert.Equal("default", InClusterConfiguration.Read(pod.Sources).Namespace);
    }

    [Fact]
    public void Without_an_authority_the_system_is_trusted_and_somebody_told()
    {
        FakeSources pod = Pod();
        pod.Remove("/sa/ca.crt");
        ClientOptions options = InClusterConfiguration.Read(pod.Sources);
        Assert.Null(options.CertificateAuthority);
        Assert.Single(options.Warnings);
    }

    [Fact]
    public void Outside_a_cluster_the_error_says_so()
    {
        FakeSources none = [];
        Assert.False(InClusterConfiguration.IsPossible(none.Sources));
        Assert.Equal(
            "this is no pod of a cluster: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set; name a kubeconfig file by --kubeconfig or KUBECONFIG",
            Assert.Throws<ConfigurationException>(() => InClusterConfiguration.Read(none.Sources)).Message);
    }

    [Fact]
    public void A_pod_without_a_token_is_told_why_it_has_none()
    {
        FakeSources pod = Pod();
        pod.Remove("/sa/token");
        Assert.False(InClusterConfiguration.IsPossible(pod.Sources));
        Assert.Contains("automountServiceAccountToken", Assert.Throws<ConfigurationException>(() => InClusterConfiguration.Read(pod.Sources)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.96.0.1", "x")]
    [InlineData("10.96.0.1", "0")]
    [InlineData("10.96.0.1", "70000")]
    [InlineData("a/b", "443")]
    public void What_is_no_address_is_refused(string host, string port) =>
        Assert.Contains("are no address", Assert.Throws<ConfigurationException>(() => InClusterConfiguration.Read(Pod(host, port).Sources)).Message, StringComparison.Ordinal);

    private static FakeSources Pod(string host = "10.96.0.1", string port = "443") => new()
    {
        ["/sa/token"] = "t\n",
        ["/sa/ca.crt"] = "",
        ["/sa/namespace"] = "team\n",
        Variables = { ["KUBERNETES_SERVICE_HOST"] = host, ["KUBERNETES_SERVICE_PORT"] = port },
    };
}
