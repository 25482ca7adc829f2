using System.Text;
using Microsoft.AspNetCore.Http;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;
using Webhooks.FunctionalTests.Telemetry;
using Webhooks.Resources.Api;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Sending;

public sealed class RefusalTests
{
    private const string Canary = "canary-5f0c1b7e-token";

    [Fact]
    public async Task K8_a_refusal_is_the_status_that_the_server_sent()
    {
        const string Sent = """
            {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"pods \"x\" not found","reason":"NotFound","details":{"name":"x","kind":"pods"},"code":404}
            """;
        KubernetesApiException refusal = await RefusedAsync(404, Sent);

        Assert.Equal((404, StatusReason.NotFound, "pods \"x\" not found"), (refusal.Code, refusal.Reason, refusal.Message));
        Assert.Equal(("x", "pods"), (refusal.Status.Details!.Name, refusal.Status.Details.Kind));
        Assert.Null(refusal.RetryAfter);
    }

    [Theory]
    [InlineData(502, "<html>bad gateway</html>", "an error on the server (\"<html>bad gateway</html>\") has prevented the request from succeeding", "InternalError")]
    [InlineData(401, "", "the server has asked for the client to provide credentials", "Unauthorized")]
    [InlineData(403, "not you", "not you", "Forbidden")]
    [InlineData(400, """{"kind":"Status","apiVersion":"v1","status":"Success"}""", "the server rejected our request for an unknown reason", "BadRequest")]
    [InlineData(418, "{\"kind\":", "the server responded with the status code 418 but did not return more information", "")]
    public async Task K8_a_body_that_is_no_failed_status_is_wrapped_in_one(int code, string body, string message, string reason)
    {
        KubernetesApiException refusal = await RefusedAsync(code, body);
        Assert.Equal((code, message, reason), (refusal.Code, refusal.Message, refusal.Reason.Name));
        Assert.Equal(body, Assert.Single(refusal.Status.Details!.Causes).Message);
    }

    [Theory]
    [InlineData("x", 10_000, 4096)]
    [InlineData("日", 10_000, 4095)]
    public async Task K8_of_such_a_body_four_kilobytes_are_kept_and_no_half_character(string sign, int count, int kept)
    {
        KubernetesApiException refusal = await RefusedAsync(500, string.Concat(Enumerable.Repeat(sign, count)));
        string quoted = Assert.Single(refusal.Status.Details!.Causes).Message;
        Assert.Equal(kept, Encoding.UTF8.GetByteCount(quoted));
        Assert.DoesNotContain('\ufffd', quoted);
    }

    [Fact]
    public async Task K8_a_body_that_breaks_off_is_the_same_refusal()
    {
        await using KestrelServer server = await KestrelServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 503;
            await context.Response.WriteAsync("half of");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using ApiConnection connection = server.Open();
        Assert.Equal(503, (await Assert.ThrowsAsync<KubernetesApiException>(() => connection.SendAsync(KestrelServer.Get, default))).Code);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 01 Jan 2026 12:01:00 GMT", 60)]
    [InlineData("Thu, 01 Jan 2026 11:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read_as_seconds_and_as_a_date(string header, int? seconds)
    {
        KubernetesApiException refusal = await RefusedAsync(429, "", header);
        Assert.Equal(seconds, (int?)refusal.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task K8_a_token_that_the_answer_repeats_is_in_no_message_and_in_no_log()
    {
        KeptLines log = new();
        List<string> warned = [];
        await using KestrelServer server = await KestrelServer.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Path == "/status" ? 400 : 500;
            context.Response.Headers.Append("Warning", $"299 - \"you sent {context.Request.Headers.Authorization}\"");
            await context.Response.WriteAsync(context.Request.Path == "/status"
                ? $$"""{"kind":"Status","apiVersion":"v1","status":"Failure","message":"you sent {{context.Request.Headers.Authorization}}","code":400}"""
                : new string('x', 4090) + $"you sent {context.Request.Headers.Authorization}");
        });
        ClientOptions options = server.Options with { Credentials = new ClientCredentials(null, new BearerToken(Canary, null), null) };
        using ApiConnection connection = ApiConnection.Open(options, new() { Logger = log, Warned = warned.Add });
        foreach (string target in new[] { "/status", "/" })
        {
            KubernetesApiException refusal = await Assert.ThrowsAsync<KubernetesApiException>(() => connection.SendAsync(KestrelServer.Get with { Target = target }, default));
            Assert.DoesNotContain(Canary[..8], refusal.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Canary[..8], refusal.Status + string.Concat(refusal.Status.Details?.Causes.Select(cause => cause.Message) ?? []), StringComparison.Ordinal);
        }

        Assert.All(server.Seen, request => Assert.Equal("Bearer " + Canary, request.Header("Authorization")));
        Assert.DoesNotContain(Canary, string.Concat(log.Lines) + string.Concat(warned), StringComparison.Ordinal);
        Assert.NotEmpty(log.Lines);
    }

    private static async Task<KubernetesApiException> RefusedAsync(int code, string body, string retryAfter = "")
    {
        await using KestrelServer server = await KestrelServer.StartAsync(async context =>
        {
            context.Response.StatusCode = code;
            if (retryAfter.Length > 0)
            {
                context.Response.Headers.RetryAfter = retryAfter;
            }

            await context.Response.WriteAsync(body);
        });
        using ApiConnection connection = server.Open(new() { Time = new ManualTime() });
        return await Assert.ThrowsAsync<KubernetesApiException>(() => connection.SendAsync(KestrelServer.Get, default));
    }
}
