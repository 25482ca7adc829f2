using Webhooks.Client.Configuration;
using Xunit;

namespace Webhooks.Tests.Client.Configuration;

public sealed class KubeconfigSecretsTests
{
    [Fact]
    public void Nothing_prints_a_secret()
    {
        FakeSources fake = [];
        ClientOptions options = fake.WithUser(
            "{token: S3CRET, client-certificate-data: UzNDUkVU, client-key-data: UzNDUkVU, exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: p, args: [S3CRET], env: [{name: A, value: S3CRET}]}}");
        object?[] printed =
        [
            options, options.Credentials, options.Credentials.Token, options.Credentials.Certificate, options.Credentials.Certificate?.Key, options.Credentials.Exec,
            options with { Proxy = new Uri("http://a:S3CRET@proxy") },
        ];
        Assert.All(printed, one => Assert.DoesNotContain("S3CRET", Assert.IsType<string>(one?.ToString()), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{token: *S3CRET}")] // an anchor that is not there
    [InlineData("{token: !!int S3CRET}")]
    [InlineData("{token: !!int 'S3CRET''S3CRET'}")]
    [InlineData("{token: !!binary S3CRET}")]
    [InlineData("{token: 'S3CRET}")]
    [InlineData("{token: \"S3CRET\\x\"}")]
    [InlineData("{token: \"S3CRET S3CRET\"}")]
    [InlineData("{token: [S3CRET]}")]
    [InlineData("{token: @S3CRET}")]
    [InlineData("{client-certificate-data: S3CRET-}")]
    [InlineData("{password: S3CRET}")]
    [InlineData("{username: a, password: [S3CRET]}")]
    [InlineData("{auth-provider: {name: S3CRET}}")]
    [InlineData("{exec: {command: S3CRET}}")]
    [InlineData("{exec: {command: p, apiVersion: client.authentication.k8s.io/v1, interactiveMode: S3CRET}}")]
    public void No_message_says_a_secret(string user)
    {
        ConfigurationException problem = Assert.Throws<ConfigurationException>(() => new FakeSources().WithUser(user));
        Assert.DoesNotContain("S3CRET", problem.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("/k/config:2:", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a:S3CRET@c")]
    [InlineData("ftp://a:S3CRET@c")]
    [InlineData("https://a:S3CRET@:x")]
    public void Not_even_one_in_an_address(string server)
    {
        FakeSources fake = new() { ["/k/config"] = FakeSources.Kubeconfig($"'{server}'") };
        ConfigurationException problem = Assert.Throws<ConfigurationException>(() => ClientConfiguration.Find("/k/config", sources: fake.Sources));
        Assert.DoesNotContain("S3CRET", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown anchor 'abc' referenced; quote it", "unknown anchor '…' referenced; quote it")]
    [InlineData("cannot read 'a'b', a string, as \"int\"", "cannot read '…\"")]
    [InlineData("did not find expected ',' or '}'", "did not find expected ',' or '}'")]
    [InlineData("a mapping can't be a member's name", "a mapping can't be a member's name")]
    public void What_a_reader_quotes_is_left_out(string problem, string expected) =>
        Assert.Equal(expected, KubeconfigText.WithoutQuotations(problem));
}
