using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Webhooks.Client.Configuration;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Telemetry;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class WireTests
{
    [Theory]
    [InlineData(HttpProtocols.Http1AndHttp2, "HTTP/2")]
    [InlineData(HttpProtocols.Http2, "HTTP/2")]
    [InlineData(HttpProtocols.Http1, "HTTP/1.1")]
    public async Task Http_is_2_where_the_server_has_it_and_else_1_1(HttpProtocols offered, string protocol)
    {
        await using KestrelServer server = await KestrelServer.StartAsync(EmptyAsync, protocols: offered);
        using ApiConnection connection = server.Open();
        await AskAsync(connection, KestrelServer.Get);
        Assert.Equal(protocol, Assert.Single(server.Seen).Protocol);
    }

    [Fact]
    public async Task A_request_arrives_to_the_byte()
    {
        await using KestrelServer server = await KestrelServer.StartAsync(EmptyAsync);
        using ApiConnection connection = ApiConnection.Open(server.Options with { Server = new Uri(server.Address, "/k8s/clusters/a/") });
        await AskAsync(connection, new ApiRequest
        {
            Method = HttpMethod.Patch,
            Target = "/api/v1/pods/%2e%2E?labelSelector=a%3Db%2Cc&x=%41",
            Verb = "patch",
            Accept = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1",
            ContentType = "application/merge-patch+json",
            Body = "{\"a\":\"ä\"}"u8.ToArray(),
        });

        SeenRequest seen = Assert.Single(server.Seen);
        Assert.Equal(("PATCH", "/k8s/clusters/a/api/v1/pods/%2e%2E?labelSelector=a%3Db%2Cc&x=%41"), (seen.Method, seen.Target));
        Assert.Equal("{\"a\":\"ä\"}", seen.Body);
        Assert.Equal("application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1", seen.Header("Accept"));
        Assert.Equal("application/merge-patch+json", seen.Header("Content-Type"));
        Assert.Matches(@"^webhooks/\d+\.\d+\.\d+ \(\w+/\w+\)$", seen.Header("User-Agent"));
        Assert.Equal("gzip", seen.Header("Accept-Encoding"));
        Assert.Equal("", seen.Header("Authorization"));
    }

    [Theory]
    [InlineData("@example.com/")]
    [InlineData("api")]
    [InlineData("/a b")]
    [InlineData("/a#b")]
    [InlineData("/a\r\nX: y")]
    public async Task A_target_that_could_lead_elsewhere_is_never_sent(string target)
    {
        await using KestrelServer server = await KestrelServer.StartAsync(EmptyAsync);
        using ApiConnection connection = server.Open();
        await Assert.ThrowsAsync<ArgumentException>(() => connection.SendAsync(KestrelServer.Get with { Target = target }, default));
        Assert.Empty(server.Seen);
    }

    [Fact]
    public async Task A_redirection_is_a_refusal_and_leads_nowhere()
    {
        await using KestrelServer other = await KestrelServer.StartAsync(EmptyAsync);
        await using KestrelServer server = await KestrelServer.StartAsync(
            context =>
            {
                context.Response.Redirect(other.Address.ToString());
                return Task.CompletedTask;
            },
            other.Root);
        using ApiConnection connection = ApiConnection.Open(server.Options with { Credentials = new(null, new BearerToken("secret-token", null), null) });
        Assert.Equal(302, (await Assert.ThrowsAsync<KubernetesApiException>(() => connection.SendAsync(KestrelServer.Get, default))).Code);
        Assert.Empty(other.Seen);
    }

    [Fact]
    public async Task Gzip_is_taken_and_what_it_unpacks_to_is_bounded()
    {
        await using KestrelServer server = await KestrelServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await using GZipStream zip = new(context.Response.Body, CompressionLevel.Fastest);
            await zip.WriteAsync(new byte[1_000_000]);
        });
        using ApiConnection enough = server.Open(new() { MaxBodyLength = 1_000_000 });
        Assert.Equal(1_000_000, (await AskAsync(enough, KestrelServer.Get)).Length);

        using ApiConnection less = server.Open(new() { MaxBodyLength = 999_999 });
        Assert.Equal(
            HttpRequestError.ConfigurationLimitExceeded,
            (await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(less, KestrelServer.Get))).HttpRequestError);

        using ApiConnection plain = ApiConnection.Open(server.Options with { DisableCompression = true });
        await AskAsync(plain, KestrelServer.Get);
        Assert.Equal("", server.Seen.Last().Header("Accept-Encoding"));
    }

    [Theory]
    [InlineData(HttpProtocols.Http2, "get")]
    [InlineData(HttpProtocols.Http1, "get")]
    [InlineData(HttpProtocols.Http2, "watch")]
    [InlineData(HttpProtocols.Http1, "watch")]
    public async Task A_connection_that_breaks_within_a_body_is_an_HttpRequestException(HttpProtocols protocols, string verb)
    {
        await using KestrelServer server = await KestrelServer.StartAsync(
            async context =>
            {
                await context.Response.WriteAsync("half of");
                await context.Response.Body.FlushAsync();
                context.Abort();
            },
            protocols: protocols);
        using ApiConnection connection = server.Open();
        HttpRequestException broken = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(connection, KestrelServer.Get with { Verb = verb }));
        Assert.StartsWith("GET /: ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_who_listens_is_an_HttpRequestException()
    {
        KestrelServer server = await KestrelServer.StartAsync(EmptyAsync);
        await server.DisposeAsync();
        using ApiConnection connection = server.Open();
        HttpRequestException refused = await Assert.ThrowsAsync<HttpRequestException>(() => connection.SendAsync(KestrelServer.Get, default));
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
    }

    [Fact]
    public async Task Warnings_are_told_once()
    {
        KeptLines log = new();
        List<string> warned = [];
        await using KestrelServer server = await KestrelServer.StartAsync(context =>
        {
            context.Response.Headers.Append("Warning", "299 - \"policy/v1beta1 is deprecated\"");
            context.Response.Headers.Append("Warning", "299 - \"unknown field \\\"spec.x\\\"\"");
            return EmptyAsync(context);
        });
        using ApiConnection connection = server.Open(new() { Logger = log, Warned = warned.Add });
        await AskAsync(connection, KestrelServer.Get);
        await AskAsync(connection, KestrelServer.Get);

        Assert.Equal(["policy/v1beta1 is deprecated", "unknown field \"spec.x\""], warned);
        Assert.Equal(warned.Select(warning => $"Warning: {server.Address.Authority} warns: {warning}"), log.Lines);
    }

    [Fact]
    public async Task Whom_to_act_as_is_said_in_headers_of_their_own()
    {
        await using KestrelServer server = await KestrelServer.StartAsync(EmptyAsync);
        Dictionary<string, IReadOnlyList<string>> extra = new() { ["example.com/Scope"] = ["a,b", "c"] };
        using ApiConnection connection = ApiConnection.Open(server.Options with { Impersonation = new("jane", "u-1", ["system:masters", "dev, ops", "ü"], extra) });
        await AskAsync(connection, KestrelServer.Get);

        SeenRequest seen = Assert.Single(server.Seen);
        Assert.Equal(["jane"], seen.Headers["Impersonate-User"]);
        Assert.Equal(["u-1"], seen.Headers["Impersonate-Uid"]);
        Assert.Equal(["system:masters", "dev, ops", "ü"], seen.Headers["Impersonate-Group"]);
        Assert.Equal(["a,b", "c"], seen.Headers["Impersonate-Extra-example.com%2fscope"]);
    }

    [Fact]
    public void A_name_to_act_under_that_would_end_its_header_is_an_error_at_once()
    {
        ClientOptions options = new() { Server = new("https://localhost"), Impersonation = new("jane\r\nX: y", "", [], new Dictionary<string, IReadOnlyList<string>>()) };
        Assert.Throws<ConfigurationException>(() => ApiConnection.Open(options));
    }

    [Fact]
    public async Task A_closed_connection_takes_no_requests_and_lets_a_watch_go_on()
    {
        TaskCompletionSource more = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using KestrelServer server = await KestrelServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("a");
            await context.Response.Body.FlushAsync();
            await more.Task;
            await context.Response.WriteAsync("b");
        });
        ApiConnection connection = server.Open();
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get with { Verb = "watch" }, default);
        connection.Dispose();
        more.SetResult();

        Assert.Equal("ab", await new StreamReader(response.Body).ReadToEndAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => connection.SendAsync(KestrelServer.Get, default));
    }

    private static Task EmptyAsync(HttpContext context) => context.Response.WriteAsync("{}");

    private static async Task<string> AskAsync(ApiConnection connection, ApiRequest request)
    {
        using ApiResponse response = await connection.SendAsync(request, default);
        using StreamReader reader = new(response.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
