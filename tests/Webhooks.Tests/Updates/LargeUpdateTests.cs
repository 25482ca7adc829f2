using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

/// <summary>Requests of whoever may change a workload: large, and in the order that costs most. If one took its square, this would not end.</summary>
public class LargeUpdateTests
{
    private const int Many = 40_000;
    private static readonly TemplateSet Templates = Cluster.Load(("agent", """{"containers":[{"name":"agent","image":"agent:1"}]}"""));

    [Fact]
    public void Variables_of_an_injected_container_in_reverse_order()
    {
        string[] variables = [.. Enumerable.Range(0, Many).Select(i => $"{{\"name\":\"V{i}\",\"value\":\"x\"}}")];
        string before = Workload("app:1", $"\"env\":[{string.Join(',', variables)}]", "{}");
        string after = Workload("app:2", $"\"env\":[{string.Join(',', variables.Reverse().Skip(1))}]", "{}");
        Assert.IsType<InjectionDecision.Changed>(Cluster.Update(before, after, Templates));
    }

    [Fact]
    public void Labels_in_reverse_order()
    {
        string[] labels = [.. Enumerable.Range(0, Many).Select(i => $"\"l{i}\":\"x\"")];
        string before = Workload("app:1", "\"tty\":true", $"{{{string.Join(',', labels)}}}");
        string after = Workload("app:1", "\"tty\":true", $"{{{string.Join(',', labels.Reverse())}}}");
        Assert.IsType<InjectionDecision.Changed>(Cluster.Update(before, after, Templates));
    }

    [Fact]
    public void Templates_that_are_gone()
    {
        const int count = 1000;
        string wishes = string.Join(',', Enumerable.Range(0, count).Select(i => $"\"initializer.kubernetes.io/t{i:D4}\":\"true\""));
        string status = JsonText.Quote($"{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"\"t{i:D4}\":{{\"hash\":\"0\",\"added\":[\"containers[app].env[V{i}]\"]}}"))}}}");
        string variables = string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"name\":\"V{i}\",\"value\":\"x\"}}"));
        string before = $$$$$"""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","annotations":{{{{{{wishes}}}}}}},"spec":{"template":{"metadata":{"annotations":{"initializer.kubernetes.io/status":{{{{{status}}}}}}},"spec":{"containers":[{"name":"app","image":"app:1","env":[{{{{{variables}}}}}]}]}}}}""";
        string after = before.Replace("app:1", "app:2", StringComparison.Ordinal);
        InjectionDecision decision = Cluster.Update(before, after, Templates);
        Assert.Equal(count, decision.Outcomes.Count(outcome => outcome.Reason == InjectionReason.TemplateMissing));
        Assert.Equal(after, Cluster.Result(after, decision));
    }

    [Fact]
    public void Templates_that_are_kept_are_not_named_among_those_that_there_are()
    {
        const string Status = """{\"gone\":{\"hash\":\"0\",\"added\":[\"containers[app].env[V]\"]}}""";
        string before = $$$$$"""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","annotations":{"initializer.kubernetes.io/gone":"true","initializer.kubernetes.io/nope":"true"}},"spec":{"template":{"metadata":{"annotations":{"initializer.kubernetes.io/status":"{{{{{Status}}}}}"}},"spec":{"containers":[{"name":"app","image":"app:1","env":[{"name":"V"}]}]}}}}""";
        InjectionDecision decision = Cluster.Update(before, before.Replace("app:1", "app:2", StringComparison.Ordinal), Templates);
        Assert.Contains("initializer.kubernetes.io/nope: no such template; known: agent", decision.Warnings.Select(warning => warning.Text));
    }

    private static string Workload(string image, string members, string labels) =>
        $$$$$"""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","annotations":{"initializer.kubernetes.io/agent":"true"}},"spec":{"template":{"metadata":{"labels":{{{{{labels}}}}},"annotations":{"initializer.kubernetes.io/status":"{\"agent\":{\"hash\":\"0\",\"added\":[\"containers[agent]\"]}}"}},"spec":{"containers":[{"name":"app","image":"{{{{{image}}}}}"},{"name":"agent","image":"agent:0",{{{{{members}}}}}}]}}}}""";
}
