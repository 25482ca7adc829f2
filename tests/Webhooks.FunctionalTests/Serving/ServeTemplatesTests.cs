using System.Net;
using System.Text;
using System.Text.Json;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>A running server whose templates change, and what it tells of requests.</summary>
public sealed class ServeTemplatesTests : IDisposable
{
    private const string Template = "containers: [{name: agent, image: agent:VERSION}]\n";

    private static readonly string Review = File.ReadAllText(Repository.PathOf("tests", "Golden", "reviews", "create-pods-2", "input.json"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_broken_template_is_told_and_left_out_and_a_good_one_comes_into_force_while_it_runs()
    {
        _folder.Write("templates/logging-agent.yaml", Template);
        _folder.Write("templates/broken.yaml", "containers: 7\n");
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", _folder["templates"]]);
        Assert.Contains("[+]templates ok: 1 in force; warning: 1 broken (broken at ", await server.Health.GetStringAsync("/readyz?verbose"), StringComparison.Ordinal);
        Assert.Contains("agent:VERSION", await PatchAsync(server), StringComparison.Ordinal);

        _folder.Replace("templates/logging-agent.yaml", Template.Replace("VERSION", "2", StringComparison.Ordinal));
        _folder.Replace("templates/broken.yaml", Template);
        await Eventually.HoldsAsync(async () => (await PatchAsync(server)).Contains("agent:2", StringComparison.Ordinal));
        Assert.Contains("[+]templates ok: 2 in force\n", await server.Health.GetStringAsync("/readyz?verbose"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_gets_the_same_answer_and_leaves_a_log_line_and_no_number()
    {
        _folder.Write("templates/logging-agent.yaml", Template);
        await using ServeProcess server = await ServeProcess.StartAsync(_folder, ["--templates", _folder["templates"]]);
        string dry = await PatchAsync(server, Review.Replace("\"dryRun\":false", "\"dryRun\":true", StringComparison.Ordinal));
        Assert.DoesNotContain("webhooks_admission_requests_total{", await server.Health.GetStringAsync("/metrics"), StringComparison.Ordinal);
        Assert.Equal(dry, await PatchAsync(server));
        Assert.Contains("webhooks_admission_requests_total{webhook=\"mutate\",operation=\"CREATE\",decision=\"changed\",reason=\"injected\"} 1\n", await server.Health.GetStringAsync("/metrics"), StringComparison.Ordinal);
        await Eventually.HoldsAsync(() => server.Lines.Count(line => line.GetProperty("msg").GetString() == "Admission decided") == 2);
        Assert.Equal([true, false], server.Lines.Where(line => line.TryGetProperty("dryRun", out _)).Select(line => line.GetProperty("dryRun").GetBoolean()));
    }

    /// <summary>The patch in an answer.</summary>
    private static async Task<string> PatchAsync(ServeProcess server, string? review = null)
    {
        using HttpResponseMessage answer = await server.PostAsync("/mutate", Encoding.UTF8.GetBytes(review ?? Review));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using JsonDocument document = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return Encoding.UTF8.GetString(document.RootElement.GetProperty("response").GetProperty("patch").GetBytesFromBase64());
    }
}
