using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary><c>--client-ca</c> and <c>--client-name</c>, as the API server meets them.</summary>
public sealed class ClientNameTests : IDisposable
{
    private static readonly byte[] Review = File.ReadAllBytes(Repository.PathOf("tests", "Golden", "reviews", "create-pods-2", "input.json"));

    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = TestAuthority.Root();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kube-apiserver", HttpStatusCode.OK)]
    [InlineData("somebody", HttpStatusCode.Forbidden)]
    public async Task A_client_of_another_name_is_403_and_reads_why(string name, HttpStatusCode code)
    {
        await using ServeProcess server = await ServeProcess.StartAsync(
            _folder,
            ["--templates", Repository.PathOf("deploy", "samples", "templates"), "--client-ca", _folder.Write("client-ca.crt", _authority.Pem), "--client-name", "kube-apiserver,front-proxy"]);
        using X509Certificate2 client = _authority.Issue(new TestLeaf { CommonName = name, Purposes = [TestAuthority.ClientPurpose] });
        using HttpClient http = ClientOf(server, client);
        foreach (int _ in Enumerable.Range(0, 2))
        {
            using HttpResponseMessage answer = await http.PostAsync("/mutate", new ByteArrayContent(Review) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } });
            Assert.Equal(code, answer.StatusCode);
            Assert.Equal(code == HttpStatusCode.Forbidden, (await answer.Content.ReadAsStringAsync()).Contains("the client certificate bears none of the names that serve --client-name allows", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_client_without_a_certificate_does_not_get_so_far()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(
            _folder,
            ["--templates", Repository.PathOf("deploy", "samples", "templates"), "--client-ca", _folder.Write("client-ca.crt", _authority.Pem)]);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => server.PostAsync("/mutate", Review));
        Assert.Equal("ok", await server.Health.GetStringAsync("/readyz"));
    }

    private static HttpClient ClientOf(ServeProcess server, X509Certificate2 certificate)
    {
        X509Certificate2 ca = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(server.Folder, "tls", "ca.crt"));
        return new HttpClient(new SocketsHttpHandler
        {
            SslOptions = LoopbackCertificate.ClientOptionsOf(ca, certificate),
        })
        {
            BaseAddress = new Uri($"https://localhost:{server.Port}"),
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }
}
