using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Serving;

public sealed class HostileBodyTests
{
    private const string Objects = "/apis/example.com/v1/namespaces/default/widgets";

    private const string Definition =
        """
        {"metadata":{"name":"widgets.example.com"},"spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","kind":"Widget"},
         "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}}]}}
        """;

    [Theory]
    [InlineData("no length at all\r\n")]
    [InlineData("5\r\n{\"met longer than it said\r\n")]
    public async Task A_body_that_breaks_off_is_a_bad_request_of_the_clients(string chunks)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using X509Certificate2 authority = server.Authority;
        using X509Certificate2 certificate = server.IssueClientCertificate("admin", "system:masters");
        using TcpClient connection = new();
        await connection.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await using SslStream stream = new(connection.GetStream());
        SslClientAuthenticationOptions options = LoopbackCertificate.ClientOptionsOf(authority, certificate);
        options.TargetHost = server.Address.Host;
        await stream.AuthenticateAsClientAsync(options);

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /api/v1/namespaces/default/configmaps HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
        using StreamReader answer = new(stream, Encoding.ASCII);

        Assert.Equal("HTTP/1.1 400 Bad Request", await answer.ReadLineAsync());
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("""{"a":""", "}")]
    public async Task An_object_as_deep_as_may_be_is_kept_and_changed_and_a_deeper_one_refused(string open, string close)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        await client.SendAsync(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition);

        (HttpStatusCode deeper, _) = await client.SendAsync(HttpMethod.Post, Objects, Widget("deeper", 10_000));
        (HttpStatusCode made, _) = await client.SendAsync(HttpMethod.Post, Objects, Widget("deep", 9_990));
        (HttpStatusCode labelled, _) = await client.SendAsync(
            HttpMethod.Patch, $"{Objects}/deep", """{"metadata":{"labels":{"a":"b"}}}""", "application/merge-patch+json");
        (HttpStatusCode twice, _) = await client.SendAsync(
            HttpMethod.Patch, $"{Objects}/deep", """[{"op":"move","from":"/spec","path":"/more"},{"op":"copy","from":"/more","path":"/spec"}]""", "application/json-patch+json");
        (HttpStatusCode shown, JsonValue table) = await client.GetAsync(
            $"{Objects}/deep", ("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io"));

        Assert.Equal(
            [HttpStatusCode.BadRequest, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            [deeper, made, labelled, twice, shown]);
        Assert.Equal("Table", table["kind"u8].AsString());

        string Widget(string name, int depth)
        {
            StringBuilder body = new($$$"""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"{{{name}}}"},"spec":""");
            return body.Insert(body.Length, open, depth).Append(open == "[" ? "" : "1").Insert(body.Length, close, depth).Append('}').ToString();
        }
    }
}
