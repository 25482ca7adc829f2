using Webhooks.Server.Certificates;
using Xunit;

namespace Webhooks.Tests.Certificates;

public sealed class ServingNamesTests
{
    [Fact]
    public void A_machine_is_localhost_and_its_own_name() =>
        Assert.Equal(["localhost", "127.0.0.1", "::1", "node-7"], ServingNames.For([], "Node-7"));

    [Fact]
    public void A_host_name_that_is_no_dns_name_is_left_out() =>
        Assert.Equal(["localhost", "127.0.0.1", "::1"], ServingNames.For([], "my_machine"));

    [Fact]
    public void Names_given_come_once_and_in_one_spelling() =>
        Assert.Equal(
            ["localhost", "127.0.0.1", "::1", "h", "webhooks.example.com", "*.svc", "192.0.2.7", "2001:db8::1"],
            ServingNames.For(["Webhooks.example.COM", "localhost", "*.svc", "192.0.2.7", "2001:DB8:0:0:0:0:0:1", "webhooks.example.com"], "h"));

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a_b.example.com")]
    [InlineData("a..b")]
    [InlineData("https://a")]
    [InlineData("a.example.com:8443")]
    [InlineData("*")]
    [InlineData("a.*.b")]
    [InlineData("10.0.0.300")]
    [InlineData("010.0.0.1")] // octal for some
    [InlineData("1")] // 0.0.0.1 for .NET
    [InlineData("::1%lo")]
    [InlineData("-a")]
    public void What_is_no_name_is_refused_with_a_remedy(string name) =>
        Assert.Equal(
            $"--tls-san: '{name}' is neither a DNS name nor an IP address; give names as webhooks.example.com or 192.0.2.7",
            Assert.Throws<CertificateException>(() => ServingNames.For([name], "h")).Message);

    [Fact]
    public void A_label_has_63_characters_at_most()
    {
        string longest = new('a', 63);
        Assert.Contains(longest, ServingNames.For([longest], "h"));
        Assert.Throws<CertificateException>(() => ServingNames.For([longest + "a"], "h"));
    }
}
