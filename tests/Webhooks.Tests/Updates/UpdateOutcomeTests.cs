using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

/// <summary>That each decision says what became of something.</summary>
public sealed class UpdateOutcomeTests
{
    private const string Status = "initializer.kubernetes.io/status";

    [Fact]
    public void A_roll_out_without_templates_says_that_none_was_asked_for() =>
        Assert.Equal(
            [": not-requested"],
            Outcomes(Workload("{}", "not json", "app:1"), Workload("{}", "not json", "app:2")));

    [Fact]
    public void A_template_whose_items_an_undo_takes_back_is_removed()
    {
        const string Asks = """{"initializer.kubernetes.io/a":"true","initializer.kubernetes.io/b":"true"}""";
        const string OfA = """{"a":{"hash":"1","added":["containers[app].env[A]"]}}""";
        const string OfBoth = """{"a":{"hash":"1","added":["containers[app].env[A]"]},"b":{"hash":"1","added":["containers[app].env[B]"]}}""";
        Assert.Equal(
            ["a: already-injected", "b: removed"],
            Outcomes(Workload(Asks, OfBoth, "app:1", """[{"name":"A"},{"name":"B"}]"""), Workload(Asks, OfA, "app:1", """[{"name":"A"}]""")));
    }

    private static IEnumerable<string> Outcomes(string before, string request) =>
        Cluster.Update(before, request, Cluster.Load()).Outcomes.Select(outcome => $"{outcome.Template}: {outcome.Reason.Name()}");

    private static string Workload(string annotations, string status, string image, string env = "[]") =>
        $$$"""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","annotations":{{{annotations}}} },
        "spec":{"template":{"metadata":{"annotations":{"{{{Status}}}":{{{JsonText.Quote(status)}}} } },
        "spec":{"containers":[{"name":"app","image":"{{{image}}}","env":{{{env}}} }] } } } }
        """;
}
