using Webhooks.Client.Configuration;
using Xunit;

namespace Webhooks.Tests.Client.Configuration;

public sealed class ClientConfigurationTests
{
    [Fact]
    public void A_named_file_comes_first() => Assert.Equal("flag", Found(Everything(), "/flag"));

    [Fact]
    public void A_named_file_must_be_there() =>
        Assert.Equal("/cwd/gone: there is no such file; correct --kubeconfig", Assert.Throws<ConfigurationException>(() => Found(Everything(), "gone")).Message);

    [Fact]
    public void Then_the_files_of_the_variable() => Assert.Equal("listed", Found(Everything()));

    [Fact]
    public void Then_the_cluster_that_this_is_a_pod_of()
    {
        FakeSources fake = Everything();
        fake.Remove("/listed");
        Assert.Equal("10.96.0.1", Found(fake));
        fake.Variables.Remove("KUBECONFIG");
        Assert.Equal("10.96.0.1", Found(fake));
    }

    [Fact]
    public void Then_the_file_at_home()
    {
        FakeSources fake = Everything();
        fake.Variables.Remove("KUBECONFIG");
        fake.Remove("/sa/token");
        Assert.Equal("home", Found(fake));
    }

    [Fact]
    public void A_context_is_of_a_file()
    {
        FakeSources fake = Everything();
        fake.Variables.Remove("KUBECONFIG");
        Assert.Equal("home", ClientConfiguration.Find(context: "x", sources: fake.Sources).Server.Host);
    }

    [Fact]
    public void The_file_at_home_is_not_looked_at_where_the_variable_lists_some()
    {
        FakeSources fake = Everything();
        fake.Remove("/listed");
        fake.Variables.Remove("KUBERNETES_SERVICE_HOST");
        Assert.Equal(
            "there is no kubeconfig file (looked for /listed); name one by --kubeconfig or KUBECONFIG",
            Assert.Throws<ConfigurationException>(() => Found(fake)).Message);
    }

    private static string Found(FakeSources fake, string? kubeconfig = null) => ClientConfiguration.Find(kubeconfig, sources: fake.Sources).Server.Host;

    private static FakeSources Everything() => new()
    {
        ["/flag"] = FakeSources.Kubeconfig("https://flag"),
        ["/listed"] = FakeSources.Kubeconfig("https://listed"),
        ["/h/.kube/config"] = FakeSources.Kubeconfig("https://home"),
        ["/sa/token"] = "t",
        Variables = { ["KUBECONFIG"] = "/listed", ["KUBERNETES_SERVICE_HOST"] = "10.96.0.1", ["KUBERNETES_SERVICE_PORT"] = "443" },
    };
}
