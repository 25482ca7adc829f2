using System.Net;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Requests;

public sealed class DeadlineTests
{
    [Fact]
    public async Task A_request_that_takes_longer_than_it_says_is_answered_so_in_plain_text()
    {
        ManualTime time = new();
        await using ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { Time = time });
        using SandboxClient client = new(server);
        Task<HttpResponseMessage> late = client.OpenAsync("/api/v1/namespaces?resourceVersion=999999&timeout=2s");
        await time.AdvanceUntil(late, TimeSpan.FromMilliseconds(500));
        using HttpResponseMessage answer = await late;

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            """{"metadata":{},"status":"Failure","message":"Timeout: request did not complete within the allotted timeout","reason":"Timeout","details":{},"code":504}"""
            + "\n",
            await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/version?timeout=abc", true, 400)]
    [InlineData("/api/v1/namespaces?timeout=abc", true, 400)]
    [InlineData("/api/v1/namespaces?timeout=abc", false, 400)]
    [InlineData("/api/v1/namespaces?timeout=1s", true, 200)]
    [InlineData("/api/v1/namespaces?timeout=1s", false, 403)]
    public async Task A_timeout_is_read_before_it_is_asked_who_may(string path, bool mayAll, int code)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server, "jane", mayAll ? "system:masters" : "visitors");
        (HttpStatusCode answered, JsonValue body) = await client.GetAsync(path);

        Assert.Equal((HttpStatusCode)code, answered);
        if (code == 400)
        {
            Assert.Equal("invalid timeout specified in the request URL - time: invalid duration \"abc\"", body["message"].AsString());
        }
    }

    [Theory]
    [InlineData("POST", "/api/v1/namespaces/default/configmaps", "text/plain", 415)]
    [InlineData("POST", "/api/v1/namespaces/default/configmaps", "application/json", 413)]
    [InlineData("PUT", "/api/v1/namespaces/default/configmaps/x", "text/plain", 413)]
    [InlineData("DELETE", "/api/v1/namespaces/default/configmaps/x", "text/plain", 413)]
    [InlineData("PATCH", "/api/v1/namespaces/default/configmaps/x", "text/plain", 415)]
    public async Task The_type_of_a_new_object_is_looked_at_before_its_size(string method, string path, string type, int code)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using SandboxClient client = new(server);
        string body = new StringBuilder().Append(' ', (3 * 1024 * 1024) + 1).ToString();

        Assert.Equal((HttpStatusCode)code, (await client.SendAsync(new HttpMethod(method), path, body, type)).Code);
    }
}
