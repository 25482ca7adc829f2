using System.Globalization;
using System.Text;
using Webhooks.Server.CommandLine;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Explaining;

/// <summary>Of an update <c>explain</c> says which rule decided and whether pods are replaced.</summary>
public sealed class RuleLineTests
{
    private const string Asks = "initializer.kubernetes.io/logging-agent: \"true\"";
    private const string Replaced = "rule 3: something of yours changed, so pods are replaced anyway and get today's templates";
    private static readonly string Templates = Repository.PathOf("deploy", "samples", "templates");

    [Fact]
    public void A_creation_has_no_rule() =>
        Assert.Equal("  stdin:1\n  + logging-agent: injected", SecondAndThirdLine(Run("explain", Workload("Deployment", Asks, "web:1"))));

    [Fact]
    public void What_stays_replaces_no_pod() => AssertRule(
        "rule 2: nothing of yours changed, so the pod template stays and no pod is replaced",
        Injected("Deployment"), Workload("Deployment", Asks, "web:1"));

    [Fact]
    public void A_roll_out_replaces_pods() => AssertRule(Replaced, Injected("Deployment"), Workload("Deployment", Asks, "web:2"));

    [Fact]
    public void To_ask_is_a_roll_out() => AssertRule(Replaced, Workload("Deployment", "a: b", "web:1"), Workload("Deployment", Asks, "web:1"));

    [Fact]
    public void A_roll_out_that_changes_nothing_replaces_no_pod() => AssertRule(
        "rule 3: something of yours changed, but today's templates make the same pod template: no pod is replaced",
        Injected("Deployment"), Workload("Deployment", Asks + ", initializer.kubernetes.io/refresh: \"1\"", "web:1"));

    [Fact]
    public void A_CronJob_has_Jobs_to_come_and_no_pods_to_replace() => AssertRule(
        "rule 3: something of yours changed, so the next Jobs get today's templates",
        Injected("CronJob"), Workload("CronJob", Asks, "web:2"));

    [Fact]
    public void A_CronJob_that_is_restored_is_so_for_the_next_Jobs() => AssertRule(
        "rule 1: the request brings what an earlier injection left, so it is taken as it comes, for the next Jobs",
        Workload("CronJob", Asks, "web:2"), Injected("CronJob"));

    [Fact]
    public void A_Job_that_was_left_alone_stays_and_advice_is_what_a_Job_can_follow()
    {
        string text = AssertRule(
            "a Job: its pod template can't change, so it stays and no pod is replaced",
            Injected("Job"), Workload("Job", Asks, "web:1"));
        Assert.Contains("to do      for today's template, delete the Job and create it anew\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_changed_in_a_Job_is_for_the_API_server() => AssertRule(
        "a Job: its pod template can't change, so what the request changes there is left to the API server to judge",
        Injected("Job"), Workload("Job", Asks, "web:2"));

    [Fact]
    public void What_is_restored_says_why_and_has_nothing_to_do()
    {
        string text = AssertRule(
            "rule 1: the request brings what an earlier injection left, so it is taken as it comes, and pods are replaced",
            Workload("Deployment", Asks, "web:2"), Injected("Deployment"));
        Assert.Contains("logging-agent: already-injected\n", text, StringComparison.Ordinal);
        Assert.Contains("why        the request brings it,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("to do", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_restored_without_a_template_that_is_asked_for_says_so_and_how_to_get_it()
    {
        string request = Injected("Deployment").Replace(Asks, Asks + "\n    initializer.kubernetes.io/work-dir: \"true\"", StringComparison.Ordinal);
        string text = AssertRule(
            "rule 1: the request brings what an earlier injection left, so it is taken as it comes, and pods are replaced",
            Workload("Deployment", "a: b", "web:2"), request);
        Assert.Contains("why        what the request brings is without it\n      to do      for today's template, change", text, StringComparison.Ordinal);
    }

    private static string AssertRule(string rule, string old, string request)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, old);
            string text = Run("explain", request, "--old", path);
            Assert.Equal($"  stdin:1\n  {rule}", SecondAndThirdLine(text));
            return text;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string SecondAndThirdLine(string text) => string.Join('\n', text.Split('\n')[1..3]);

    private static string Injected(string kind) => Run("inject", Workload(kind, Asks, "web:1"));

    private static string Workload(string kind, string annotations, string image)
    {
        string template = $"template: {{metadata: {{labels: {{a: b}}}}, spec: {{restartPolicy: Always, containers: [{{name: web, image: \"{image}\"}}]}}}}";
        string spec = kind == "CronJob" ? $"{{jobTemplate: {{spec: {{{template}}}}}}}" : $"{{{template}}}";
        string group = kind == "Deployment" ? "apps" : "batch";
        return $"apiVersion: {group}/v1\nkind: {kind}\nmetadata: {{name: web, annotations: {{{annotations}}}}}\nspec: {spec}\n";
    }

    private static string Run(string command, string manifest, params string[] more)
    {
        using MemoryStream input = new(Encoding.UTF8.GetBytes(manifest));
        using MemoryStream output = new();
        using StringWriter errors = new(CultureInfo.InvariantCulture);
        WebhooksCommand.Run([command, "-f", "-", "--templates", Templates, .. more], new Terminal(input, output, errors, UsesColor: false));
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
