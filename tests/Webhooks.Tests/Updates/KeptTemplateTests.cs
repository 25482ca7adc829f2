using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class KeptTemplateTests
{
    private const string Status = "initializer.kubernetes.io/status";

    [Theory]
    [InlineData("""{"containers":[{"name":"a","image":"a:1"}]}""", "containers[a]")]
    [InlineData("""{"containers":[{"name":"app","image":"app"},{"name":"a"}]}""", "containers[a]", """{"containers":[{"name":"a"}]}""")]
    [InlineData("""{"containers":[{"name":"app","image":"app","env":[{"name":"A"},{"name":"B"}]}]}""", "containers[app].env[B]", """{"containers":[{"name":"app","env":[{"name":"B"}]}]}""")]
    [InlineData("""{"containers":[{"name":"app","image":"app","imagePullPolicy":"Never"}]}""", "containers[app].imagePullPolicy", """{"containers":[{"name":"app","imagePullPolicy":"Never"}]}""")]
    [InlineData("""{"terminationGracePeriodSeconds":60}""", "terminationGracePeriodSeconds")]
    [InlineData("""{"nodeSelector":{"example.com/disk":"ssd","own":"x"}}""", """nodeSelector["example.com/disk"]""", """{"nodeSelector":{"example.com/disk":"ssd"}}""")]
    [InlineData("""{"tolerations":[{"key":"k","operator":"Exists"}]}""", """tolerations[{"key":"k","operator":"Exists"}]""")]
    [InlineData("""{"securityContext":{"fsGroup":1,"runAsUser":2}}""", "securityContext.fsGroup", """{"securityContext":{"fsGroup":1}}""")]
    public void It_brings_again_what_stands_there_and_of_what_holds_it_the_name(string spec, string path, string? content = null) =>
        Assert.Equal(content ?? spec, Kept(spec, [path]).Content.ToString());

    [Fact]
    public void Items_of_one_container_go_into_one_container() =>
        Assert.Equal(
            """{"containers":[{"name":"app","env":[{"name":"A"}],"ports":[{"containerPort":1}]}]}""",
            Kept("""{"containers":[{"name":"app","env":[{"name":"A"}],"ports":[{"containerPort":1}]}]}""", ["containers[app].env[A]", "containers[app].ports[1,TCP]"]).Content.ToString());

    [Fact]
    public void What_belongs_into_a_container_that_is_gone_is_left_out() =>
        Assert.Equal("{}", Kept("""{"containers":[{"name":"app","env":[{"name":"A"}]}]}""", ["containers[app].env[A]"], own: "{}").Content.ToString());

    [Fact]
    public void Only_what_is_not_the_users_by_now_is_kept() =>
        Assert.Equal(
            """{"volumes":[{"name":"v"}]}""",
            Kept("""{"containers":[{"name":"a"}],"volumes":[{"name":"v"}]}""", ["containers[a]", "volumes[v]"], paths: ["volumes[v]"]).Content.ToString());

    [Fact]
    public void It_keeps_name_and_hash_and_makes_no_sidecar_native()
    {
        InjectionTemplate kept = Kept("""{"containers":[{"name":"a"}]}""", ["containers[a]"]);
        Assert.Equal(("agent", "0123456789abcdef", NativeMode.Never), (kept.Name, kept.Hash, kept.Injection.Native));
    }

    [Theory]
    [InlineData("""[{"name":"a"},{"name":"own"}]""", true)]
    [InlineData("""[{"name":"own"},{"name":"a"}]""", false)]
    [InlineData("""[{"name":"other"},{"name":"a"},{"name":"own"}]""", true)] // after those of another template
    [InlineData("[]", false)]
    public void Init_containers_that_stood_first_stand_first_again(string initContainers, bool isFirst)
    {
        TemplateEntry[] entries = [Parts.Entry("agent", "initContainers[a]", "containers[c]"), Parts.Entry("other", "initContainers[other]", "containers[c]")];
        bool hasOther = initContainers.Contains("other", StringComparison.Ordinal);
        entries[0].Added.RemoveAll(path => path == "initContainers[a]" && initContainers == "[]");
        WorkloadState holder = Workload($$"""{"initContainers":{{initContainers}},"containers":[{"name":"c"}]}""", hasOther ? entries : entries[..1]);
        Assert.NotEmpty(holder.Proven);
        InjectionTemplate kept = KeptTemplate.Of(entries[0], entries[0].Added, holder, holder.Look);
        Assert.Equal(isFirst ? InitPosition.First : InitPosition.Last, kept.Injection.Position);
    }

    private static InjectionTemplate Kept(string spec, string[] added, string? own = null, string[]? paths = null)
    {
        TemplateEntry entry = Parts.Entry("agent", added);
        return KeptTemplate.Of(entry, paths ?? added, Workload(spec, entry), Parts.OfSpec(own ?? spec));
    }

    private static WorkloadState Workload(string spec, params TemplateEntry[] entries)
    {
        using PooledBuffer text = new();
        InjectionStatus.Write([.. entries], new JsonWriter(text));
        string status = JsonText.Quote(System.Text.Encoding.UTF8.GetString(text.WrittenSpan));
        return WorkloadState.Of(
            InjectionOptions.Default.Annotations,
            Parts.Value($$$"""{"spec":{"template":{"metadata":{"annotations":{"{{{Status}}}":{{{status}}} } },"spec":{{{spec}}} } } }"""),
            ["spec", "template"]);
    }
}
