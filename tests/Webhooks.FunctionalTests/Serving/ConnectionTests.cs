using System.Net;
using System.Net.Security;
using System.Text;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Server.Serving;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

public sealed class ConnectionTests
{
    private const string Review = """
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"1","kind":{"group":"","version":"v1","kind":"Pod"},"operation":"CREATE","object":{}}}
        """;

    private const string Answer = """{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"1","allowed":true}}""";

    [Fact]
    public async Task Two_requests_sent_at_once_on_one_connection_are_both_answered()
    {
        await using AdmissionHost host = await AdmissionHost.StartAsync(InjectionOptions.Default, TemplateSet.Empty);
        await using SslStream connection = await host.ConnectAsync();
        await connection.WriteAsync(Encoding.ASCII.GetBytes(Request("") + Request("Connection: close\r\n")));
        using StreamReader reader = new(connection);
        string answers = await reader.ReadToEndAsync();
        Assert.Equal(2, answers.Split("HTTP/1.1 200 OK\r\n").Length - 1);
        Assert.Equal(2, answers.Split(Answer).Length - 1);
    }

    [Theory]
    [InlineData("admission.k8s.io/v1")]
    [InlineData("admission.k8s.io/v1beta1")]
    public async Task The_answer_has_the_version_of_the_question(string version)
    {
        await using AdmissionHost host = await AdmissionHost.StartAsync(InjectionOptions.Default, TemplateSet.Empty);
        using HttpResponseMessage answer = await host.PostAsync("/mutate", Encoding.UTF8.GetBytes(Review.Replace("admission.k8s.io/v1", version, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(Answer.Replace("admission.k8s.io/v1", version, StringComparison.Ordinal), await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Our_own_fault_is_500_without_a_word_of_what_it_was()
    {
        await using AdmissionHost host = await AdmissionHost.StartAsync([new FailingWebhook()], new RequestLimits(RequestLimits.DefaultMaxBody));
        using HttpResponseMessage answer = await host.PostAsync("/fail", Encoding.UTF8.GetBytes(Review));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        string body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("the webhook failed; its log says why", body, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_beyond_the_memory_set_aside_are_503_and_the_next_one_is_read()
    {
        await using AdmissionHost host = await AdmissionHost.StartAsync(
            WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce()), new RequestLimits(1024 * 1024) { MaxBodies = 64 * 1024 });
        using (HttpResponseMessage answer = await host.PostAsync("/mutate", new byte[100 * 1024]))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        }

        for (int round = 0; round < 100; round++)
        {
            using HttpResponseMessage answer = await host.PostAsync("/mutate", Encoding.UTF8.GetBytes(Review));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_connection_goes_on_after_a_body_for_which_there_was_no_memory()
    {
        await using AdmissionHost host = await AdmissionHost.StartAsync(
            WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce()), new RequestLimits(1024 * 1024) { MaxBodies = 64 * 1024 });
        await using SslStream connection = await host.ConnectAsync();
        string large = $"POST /mutate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 102400\r\n\r\n{new string(' ', 102400)}";
        await connection.WriteAsync(Encoding.ASCII.GetBytes(large + Request("Connection: close\r\n")));
        using StreamReader reader = new(connection);
        string answers = await reader.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 503 ", answers, StringComparison.Ordinal);
        Assert.EndsWith(Answer, answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_goes_away_in_the_middle_of_its_body_gives_its_memory_back()
    {
        await using AdmissionHost host = await AdmissionHost.StartAsync(
            WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce()), new RequestLimits(1024 * 1024) { MaxBodies = 64 * 1024 });
        for (int round = 0; round < 20; round++)
        {
            await using SslStream connection = await host.ConnectAsync();
            await connection.WriteAsync(Encoding.ASCII.GetBytes($"POST /mutate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{new string(' ', 50000)}"));
        }

        // Each of them would have left too little for the next: the last answers when the others are forgotten.
        await Eventually.HoldsAsync(async () =>
        {
            using HttpResponseMessage answer = await host.PostAsync("/mutate", Encoding.UTF8.GetBytes(Review + new string(' ', 60000)));
            return answer.StatusCode == HttpStatusCode.OK;
        });
    }

    private static string Request(string header) =>
        $"POST /mutate HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{header}Content-Length: {Review.Length}\r\n\r\n{Review}";

    private sealed class FailingWebhook : Webhook
    {
        public override string Path => "/fail";

        public override AdmissionDecision Decide(AdmissionRequest request) => throw new InvalidOperationException("secret");
    }
}
