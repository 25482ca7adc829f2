using Microsoft.AspNetCore.Http;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Telemetry;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class HeaderTests
{
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
        await AskAsync(connection);
        await AskAsync(connection);

        Assert.Equal(["policy/v1beta1 is deprecated", "unknown field \"spec.x\""], warned);
        Assert.Equal(warned.Select(warning => $"Warning: {server.Address.Authority} warns: {warning}"), log.Lines);
    }

    [Fact]
    public async Task Whom_to_act_as_is_said_in_headers_of_their_own()
    {
        await using KestrelServer server = await KestrelServer.StartAsync(EmptyAsync);
        Dictionary<string, IReadOnlyList<string>> extra = new() { ["example.com/Scope"] = ["a,b", "c"] };
        using ApiConnection connection = ApiConnection.Open(server.Options with { Impersonation = new("jane", "u-1", ["system:masters", "dev, ops", "ü"], extra) });
        await AskAsync(connection);

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

    private static Task EmptyAsync(HttpContext context) => context.Response.WriteAsync("{}");

    private static async Task AskAsync(ApiConnection connection)
    {
        using ApiResponse response = await connection.SendAsync(KestrelServer.Get, default);
        Assert.Equal(200, response.Code);
    }
}
