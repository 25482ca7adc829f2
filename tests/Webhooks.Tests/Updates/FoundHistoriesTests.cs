using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

/// <summary>What random histories found, each as the smallest one that showed it.</summary>
public class FoundHistoriesTests
{
    private const string Asking = """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","annotations":{"initializer.kubernetes.io/agent":"true"}},"spec":{"template":TEMPLATE}}""";

    [Fact]
    public void A_container_that_looks_like_an_injected_one_stays_the_users_when_a_roll_out_is_undone()
    {
        TemplateSet templates = Cluster.Load(("agent", """{"containers":[{"name":"web","image":"web:1","tty":true}]}"""));
        string manifest = Workload("""{"spec":{"containers":[{"name":"app","image":"app:1"},{"name":"web","image":"web:1"}]}}""");
        string first = Cluster.Result(manifest, Cluster.Create(manifest, templates));
        string without = Workload("""{"spec":{"containers":[{"name":"app","image":"app:1"}]}}""");
        string second = Cluster.Result(without, Cluster.Update(first, without, templates));
        Assert.Equal(first, Cluster.Result(first, Cluster.Update(second, first, templates)));
    }

    [Fact]
    public void What_is_shortened_comes_back_whole_when_its_template_is_gone()
    {
        string manifest = Workload("""{"spec":{"containers":[{"name":"app","image":"app:1"}]}}""");
        string injected = Cluster.Result(manifest, Cluster.Create(manifest, Cluster.Load(("agent", """{"containers":[{"name":"agent","image":"agent:1","tty":true}]}"""))));
        string shortened = injected.Replace(",\"tty\":true", "", StringComparison.Ordinal).Replace("app:1", "app:2", StringComparison.Ordinal);
        string result = Cluster.Result(shortened, Cluster.Update(injected, shortened, TemplateSet.Empty));
        Assert.Equal(injected.Replace("app:1", "app:2", StringComparison.Ordinal), result);
    }

    [Fact]
    public void A_volume_that_stays_for_the_users_container_is_there_before_the_templates_look()
    {
        const string Mounting = """{"spec":{"containers":[{"name":"app","image":"app:1","volumeMounts":[{"name":"data","mountPath":"/data"}]}]}}""";
        string manifest = Workload(Mounting);
        string injected = Cluster.Result(manifest, Cluster.Create(manifest, Cluster.Load(("agent", """{"volumes":[{"name":"data","emptyDir":{}}]}"""))));
        string changed = injected.Replace("app:1", "app:2", StringComparison.Ordinal);
        string result = Cluster.Result(changed, Cluster.Update(injected, changed, Cluster.Load(("agent", """{"volumes":[{"name":"other","emptyDir":{}}]}"""))));
        JsonValue volumes = JsonTree.Parse(result).Root["spec"]["template"]["spec"]["volumes"];
        Assert.Equal(["data", "other"], volumes.Items().Select(volume => volume["name"].GetString()));
        Assert.Contains("\\\"added\\\":[\\\"volumes[other]\\\"]", result, StringComparison.Ordinal);
    }

    [Fact]
    public void A_volume_that_only_the_items_of_a_gone_template_use_goes_on_with_them()
    {
        const string Both = """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","annotations":{"initializer.kubernetes.io/agent":"true","initializer.kubernetes.io/gone":"true"}},"spec":{"template":{"spec":{"containers":[{"name":"app","image":"app:1"}]}}}}""";
        (string, string) gone = ("gone", """{"containers":[{"name":"gone","image":"gone:1","volumeMounts":[{"name":"data","mountPath":"/data"}]}],"volumes":[{"name":"data","emptyDir":{"medium":"Memory"}}]}""");
        string injected = Cluster.Result(Both, Cluster.Create(Both, Cluster.Load(("agent", """{"volumes":[{"name":"data","emptyDir":{}}]}"""), gone)));
        string changed = injected.Replace("app:1", "app:2", StringComparison.Ordinal);
        string result = Cluster.Result(changed, Cluster.Update(injected, changed, Cluster.Load(("agent", """{"volumes":[{"name":"other","emptyDir":{}}]}"""))));
        Assert.Contains("\\\"gone\\\":{\\\"hash\\\":", result, StringComparison.Ordinal);
        Assert.Contains("\\\"added\\\":[\\\"containers[gone]\\\",\\\"volumes[data]\\\"]", result, StringComparison.Ordinal);
        Assert.Equal(Both.Replace("app:1", "app:2", StringComparison.Ordinal), Cluster.Uninjected(result));
    }

    [Fact]
    public void A_Job_stays_as_it_is_though_the_request_brings_the_status_of_another_injection()
    {
        string manifest = Workload("""{"spec":{"restartPolicy":"Never","containers":[{"name":"app","image":"app:1"}]}}""")
            .Replace("apps/v1", "batch/v1", StringComparison.Ordinal).Replace("Deployment", "Job", StringComparison.Ordinal);
        string before = Cluster.Result(manifest, Cluster.Create(manifest, Cluster.Load(("agent", """{"containers":[{"name":"agent","image":"agent:1"}]}"""))));
        TemplateSet today = Cluster.Load(("agent", """{"containers":[{"name":"agent","image":"agent:2"}]}"""));
        string other = Cluster.Result(manifest, Cluster.Create(manifest, today));
        Assert.NotEqual(before, other);
        Assert.Equal(before, Cluster.Result(other, Cluster.Update(before, other, today)));
    }

    private static string Workload(string template) => Asking.Replace("TEMPLATE", template, StringComparison.Ordinal);
}
