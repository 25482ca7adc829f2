using System.Net;
using System.Text.Json;
using Webhooks.Shared;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>A running server that is asked about Users, without a cluster, and what it tells of that.</summary>
public sealed class ServeUsersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_answers_counts_and_logs_by_the_names_of_rules()
    {
        await using ServeProcess server = await ServeProcess.StartAsync(
            _folder, ["--templates", Repository.PathOf("deploy", "samples", "templates"), "--namespace-prefix", "x-", "--namespace", "x-home"]);
        Assert.Equal((true, 0), await AskAsync(server, "schema/accepts-all-fields"));
        Assert.Equal((false, 403), await AskAsync(server, "reserved-namespace/refuses-the-own-one-by-prefix"));
        Assert.Equal((false, 422), await AskAsync(server, "together/refuses-all-at-once"));
        string metrics = await server.Health.GetStringAsync("/metrics");
        foreach (string reason in (string[])["allowed\",reason=\"valid", "denied\",reason=\"reserved-namespace", "denied\",reason=\"namespace-name"])
        {
            Assert.Contains($"webhooks_admission_requests_total{{webhook=\"validate/users\",operation=\"CREATE\",decision=\"{reason}\"}} 1\n", metrics, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("namespaces", await server.Health.GetStringAsync("/readyz?verbose"), StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => server.Lines.Any(line => line.TryGetProperty("reason", out JsonElement reason) && reason.GetString() == "namespace-name"));
    }

    private static async Task<(bool IsAllowed, int Code)> AskAsync(ServeProcess server, string name)
    {
        using HttpResponseMessage answer = await server.PostAsync("/validate/users", UserCases.Named(name).Question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        JsonElement response = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("response");
        return (response.GetProperty("allowed").GetBoolean(), response.TryGetProperty("status", out JsonElement status) ? status.GetProperty("code").GetInt32() : 0);
    }
}
