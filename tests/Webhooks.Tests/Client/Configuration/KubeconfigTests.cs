using System.Text;
using Webhooks.Client.Configuration;
using Xunit;

namespace Webhooks.Tests.Client.Configuration;

public sealed class KubeconfigTests
{
    /// <summary>Invariant K1: a token is what its author typed, whatever number YAML sees in it.</summary>
    [Theory]
    [InlineData("12345")]
    [InlineData("0123")]
    [InlineData("1_000")]
    [InlineData("0x1F")]
    [InlineData("1.50")]
    [InlineData("1e400")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("2026-01-01")]
    public void K1_A_token_of_digits_keeps_its_text(string token)
    {
        Assert.Equal(token, new FakeSources().WithUser($"{{token: {token}}}").Credentials.Token?.Text);
        Assert.Equal(token, new FakeSources().WithUser($"{{token: {token} , as: me}}").Credentials.Token?.Text);
        Assert.Equal(token, new FakeSources().WithUser($"{{token:\n    {token} # mine\n  , extensions: []}}").Credentials.Token?.Text);
    }

    /// <summary>Invariant K1: base64 is what Go takes for it, line breaks and unused bits included.</summary>
    [Theory]
    [InlineData("QQ==")]
    [InlineData("QR==")]
    [InlineData("\"Q\\nQ==\\r\\n\"")]
    public void K1_Base64_is_that_of_Go(string data) =>
        Assert.Equal(
            "A"u8,
            Assert.IsType<PemSource.Inline>(
                new FakeSources().WithUser($"{{client-certificate-data: {data}, client-key-data: QQ==}}").Credentials.Certificate?.Certificate).Text.Span);

    [Fact]
    public void K1_Behind_an_alias_a_number_is_as_JSON_has_it() =>
        Assert.Equal("83", new FakeSources().WithUser("{as-uid: &a 0123, as: me, token: *a}").Credentials.Token?.Text);

    /// <summary>Invariant K1: PowerShell writes UTF-16, and kubectl reads it.</summary>
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void K1_A_byte_order_mark_is_taken_off(string encoding)
    {
        Encoding of = Encoding.GetEncoding(encoding);
        byte[] content = [.. of.GetPreamble(), .. of.GetBytes(FakeSources.Kubeconfig("https://c", "{token: 0123}"))];
        ConfigurationSources sources = new() { ReadFile = _ => content };
        Assert.Equal("0123", Kubeconfig.Load("/k/config", sources).Resolve().Credentials.Token?.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("null")]
    [InlineData("CLUSTERS: 5\nclusters: null\nusers:\ncontexts: ~\nkind: null\nfuture: [1]\n")]
    [InlineData("{}\n---\n[what comes second is nobody's concern")]
    public void K1_A_file_may_say_nothing(string text)
    {
        Kubeconfig read = Kubeconfig.Load("/k/config", new FakeSources { ["/k/config"] = text }.Sources);
        Assert.Empty(read.Contexts);
        Assert.Equal("", read.CurrentContext);
        Assert.Equal(["/k/config"], read.Files);
        Assert.Equal(
            "/k/config: no current-context; name a context, or set one by `kubectl config use-context NAME`",
            Assert.Throws<ConfigurationException>(() => read.Resolve()).Message);
    }

    /// <summary>Invariant K2: entries are not mixed, and an empty current context is none.</summary>
    [Fact]
    public void K2_The_first_definition_wins()
    {
        FakeSources fake = new()
        {
            ["/a/one"] = "current-context: ''\nclusters: [{name: c, cluster: {server: 'https://one'}}]\ncontexts: [{name: x, context: {cluster: c}}]",
            ["/b/two"] = FakeSources.Kubeconfig("https://two", "{tokenFile: t}"),
            ["/cwd/three"] = "current-context: y",
        };
        fake["/b/t"] = "";
        fake.Variables["KUBECONFIG"] = ":/a/one:/gone:::/b/two:three:/a/one";
        Kubeconfig read = Kubeconfig.Load(sources: fake.Sources);
        Assert.Equal(["/a/one", "/b/two", "/cwd/three"], read.Files);
        Assert.Equal("x", read.CurrentContext);
        ClientOptions options = read.Resolve();
        Assert.Equal("https://one/", options.Server.ToString());
        Assert.True(options.Credentials.IsNone);
    }

    /// <summary>Invariant K2: a path is relative to the file that it stands in.</summary>
    [Fact]
    public void K2_Paths_are_those_of_their_file()
    {
        FakeSources fake = new()
        {
            ["/a/one"] = "clusters: [{name: c, cluster: {server: 'https://c', certificate-authority: ca.crt}}]\ncontexts: [{name: x, context: {cluster: c, user: u}}]",
            ["/cwd/b/two"] =
                "current-context: x\nusers: [{name: u, user: {client-certificate: ../c.crt, client-key: /abs/k, tokenFile: t, " +
                "exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: bin/plugin}}}]",
            ["/a/ca.crt"] = "",
            ["/cwd/c.crt"] = "",
            ["/abs/k"] = "",
            ["/cwd/b/t"] = "",
        };
        fake.Variables["KUBECONFIG"] = "/a/one:b/two";
        ClientOptions options = ClientConfiguration.Find(sources: fake.Sources);
        Assert.Equal(new PemSource.OfFile("/a/ca.crt"), options.CertificateAuthority);
        Assert.Equal(new ClientCertificate(new PemSource.OfFile("/cwd/c.crt"), new PemSource.OfFile("/abs/k")), options.Credentials.Certificate);
        Assert.Equal(new BearerToken(null, "/cwd/b/t"), options.Credentials.Token);
        Assert.Equal("/cwd/b/bin/plugin", options.Credentials.Exec?.Command);
    }

    [Fact]
    public void A_plugin_without_a_folder_is_looked_for_in_PATH() =>
        Assert.Equal("aws", new FakeSources().WithUser("{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws}}").Credentials.Exec?.Command);

    [Fact]
    public void Http_is_told_no_credentials()
    {
        FakeSources fake = new() { ["/k/config"] = FakeSources.Kubeconfig("localhost:8080", "{token: t}") };
        ClientOptions options = ClientConfiguration.Find("/k/config", sources: fake.Sources);
        Assert.Equal("http://localhost:8080/", options.Server.ToString());
        Assert.True(options.Credentials.IsNone);
        Assert.Contains("not sent", Assert.Single(options.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void An_install_hint_gives_no_orders_to_a_terminal() =>
        Assert.Equal(
            "get\nU+001B[1mit é",
            new FakeSources().WithUser("{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: p, installHint: \"get\\n\\e[1mit é\"}}").Credentials.Exec?.InstallHint);
}
