using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Serving;
using Webhooks.Tests.Yaml;
using Xunit;

namespace Webhooks.Tests.Sandbox.Serving;

public sealed class KubeconfigTests : IDisposable
{
    private readonly SandboxAuthority _authority = new(DateTimeOffset.UtcNow);

    [Theory]
    [InlineData("admin")]
    [InlineData("system:node:a")]
    [InlineData("he's \"quoted\": yes # no")]
    [InlineData("1")]
    public void It_says_where_the_server_is_whom_to_trust_and_who_the_user_is(string user)
    {
        using X509Certificate2 issued = _authority.IssueClient(user, ["system:masters"]);
        JsonValue config = Reading.Document(Kubeconfig.Write(new Uri("https://127.0.0.1:6443/"), _authority.Certificate, user, issued)).Root;

        JsonValue cluster = config["clusters"].Items().Single()["cluster"];
        Assert.Equal("https://127.0.0.1:6443", cluster["server"].GetString());
        Assert.Equal(_authority.Certificate.ExportCertificatePem(), Pem(cluster["certificate-authority-data"]));
        JsonValue entry = config["users"].Items().Single();
        Assert.Equal(user, entry["name"].GetString());
        using X509Certificate2 client = X509Certificate2.CreateFromPem(Pem(entry["user"]["client-certificate-data"]), Pem(entry["user"]["client-key-data"]));
        Assert.True(client.HasPrivateKey);
        Assert.Equal(issued.Thumbprint, client.Thumbprint);
        JsonValue context = config["contexts"].Items().Single();
        Assert.Equal(config["current-context"].GetString(), context["name"].GetString());
        Assert.Equal(user, context["context"]["user"].GetString());
        Assert.Equal(config["clusters"].Items().Single()["name"].GetString(), context["context"]["cluster"].GetString());
    }

    public void Dispose() => _authority.Dispose();

    private static string Pem(JsonValue data) => Encoding.ASCII.GetString(Convert.FromBase64String(data.GetString())).TrimEnd('\n');
}
