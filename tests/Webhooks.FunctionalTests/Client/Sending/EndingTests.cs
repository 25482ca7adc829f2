using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class EndingTests
{
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
