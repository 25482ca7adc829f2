using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.Tests.Client.Configuration;
using Xunit;

namespace Webhooks.Tests.Client.Sending;

public sealed class ProxyChoiceTests
{
    [Theory]
    [InlineData("https://c:6443", "HTTPS_PROXY=http://p:3128", "http://p:3128/")]
    [InlineData("https://c:6443", "https_proxy=p:3128", "http://p:3128/")]
    [InlineData("https://c:6443", "HTTPS_PROXY=http://a https_proxy=http://b", "http://a/")]
    [InlineData("https://c:6443", "HTTP_PROXY=http://p ALL_PROXY=http://p", null)]
    [InlineData("http://c", "HTTP_PROXY=http://p", "http://p/")]
    [InlineData("https://c", "HTTPS_PROXY=socks5h://p:1080", "socks5://p:1080/")]
    [InlineData("https://localhost:6443", "HTTPS_PROXY=http://p", null)]
    [InlineData("https://127.0.0.2:6443", "HTTPS_PROXY=http://p", null)]
    [InlineData("https://[::1]:6443", "HTTPS_PROXY=http://p", null)]
    [InlineData("https://c.example.com", "HTTPS_PROXY=http://p NO_PROXY=example.com", null)]
    [InlineData("https://c.example.com", "HTTPS_PROXY=http://p no_proxy=other,.example.com", null)]
    [InlineData("https://10.1.2.3", "HTTPS_PROXY=http://p NO_PROXY=10.0.0.0/8", null)]
    public void The_environment_names_a_proxy_as_for_kubectl(string server, string variables, string? proxy)
    {
        FakeSources machine = [];
        foreach (string[] variable in variables.Split(' ').Select(variable => variable.Split('=')))
        {
            machine.Variables[variable[0]] = variable[1];
        }

        Assert.Equal(proxy, ProxyChoice.For(new ClientOptions { Server = new Uri(server) }, machine.Sources)?.ToString());
    }

    [Fact]
    public void The_proxy_of_the_cluster_wins_over_the_environment()
    {
        FakeSources machine = [];
        machine.Variables["HTTPS_PROXY"] = "http://environment";
        machine.Variables["NO_PROXY"] = "*";
        ClientOptions options = new() { Server = new Uri("https://c"), Proxy = new Uri("socks5://cluster:1080") };
        Assert.Equal(options.Proxy, ProxyChoice.For(options, machine.Sources));
    }

    [Fact]
    public void K8_a_variable_that_names_no_proxy_is_an_error_that_does_not_quote_it()
    {
        FakeSources machine = [];
        machine.Variables["HTTPS_PROXY"] = "ftp://user:canary@p";
        ConfigurationException error = Assert.Throws<ConfigurationException>(() => ProxyChoice.For(new ClientOptions { Server = new Uri("https://c") }, machine.Sources));
        Assert.StartsWith("HTTPS_PROXY: ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*", "a", false)]
    [InlineData(" , EXAMPLE.com", "a.Example.COM", false)]
    [InlineData("example.com", "example.com", false)]
    [InlineData("example.com", "notexample.com", true)]
    [InlineData(".example.com", "example.com", true)]
    [InlineData("*.example.com", "a.example.com", false)]
    [InlineData("*.example.com", "example.com", true)]
    [InlineData("example.com:443", "example.com", false)]
    [InlineData("example.com:444", "example.com", true)]
    [InlineData("10.0.0.1", "10.0.0.1", false)]
    [InlineData("10.0.0.1:444", "10.0.0.1", true)]
    [InlineData("10.0.0.9/8", "10.200.0.1", false)]
    [InlineData("10.0.0.0/8", "11.0.0.1", true)]
    [InlineData("10.0.0.0/8", "a10", true)]
    [InlineData("fd00::/8", "fd12::1", false)]
    [InlineData("fd00::1", "fd00::1", false)]
    [InlineData("[fd00::1]:443", "fd00:0::1", false)]
    [InlineData("[fd00::1]:444", "fd00::1", true)]
    [InlineData(":443", "a", true)]
    [InlineData("x/y", "x", true)]
    public void NO_PROXY_leaves_out_names_addresses_and_ranges(string list, string host, bool isProxied) =>
        Assert.Equal(isProxied, new ProxyExceptions(list).Applies(host, 443));
}
