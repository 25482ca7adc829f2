using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Validation;
using Xunit;

namespace Webhooks.Tests.Sandbox.Validation;

public sealed class KindWarningsTests
{
    [Theory]
    [InlineData("pods", "a.b", "the Pod's hostname")]
    [InlineData("deployments", "a.b", "Pod names and hostnames")]
    [InlineData("cronjobs", "a.b", "Pod names and hostnames")]
    [InlineData("daemonsets", "a.b", null)]
    [InlineData("configmaps", "a.b", null)]
    [InlineData("pods", "a-b", null)]
    public void A_name_that_no_host_can_have_is_warned_of(string resource, string name, string? where)
    {
        string[] warnings = where == null
            ? []
            : [$"metadata.name: this is used in {where}, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]"];
        Assert.Equal(warnings, PodWarnings.Of(Of(resource), Parse($$"""{"metadata":{"name":"{{name}}"} }"""), default));
    }

    [Theory]
    [InlineData("""[{"name":"A","value":"1"},{"name":"A","value":"2"}]""", true)]
    [InlineData("""[{"name":"A","value":"1"},{"name":"A","value":"$(A)"}]""", true)]
    [InlineData("""[{"name":"A","value":"1"},{"name":"A","valueFrom":{}}]""", true)]
    [InlineData("""[{"name":"A","value":"1"},{"name":"A","value":"$(A)2"}]""", false)]
    [InlineData("""[{"name":"A","value":"1"},{"name":"B","value":"2"}]""", false)]
    public void A_variable_that_hides_another_is_warned_of(string variables, bool hides)
    {
        JsonValue job = Parse($$"""{"metadata":{"name":"x"},"spec":{"jobTemplate":{"spec":{"template":{"spec":{"containers":[{"env":{{variables}} }]} } } } } }""");
        Assert.Equal(
            hides ? ["spec.jobTemplate.spec.template.spec.containers[0].env[1]: hides previous definition of \"A\", which may be dropped when using apply"] : [],
            PodWarnings.Of(Of("cronjobs"), job, default));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    public void An_update_is_warned_of_when_it_changes_something(int generation, int warnings)
    {
        string Deployment(int number) =>
            $$"""{"metadata":{"name":"a.b","generation":{{number}} },"spec":{"template":{"spec":{"initContainers":[{"env":[{"name":"A"},{"name":"A"}]}]} } } }""";
        Assert.Equal(warnings, PodWarnings.Of(Of("deployments"), Parse(Deployment(generation)), Parse(Deployment(1))).Count);
    }

    [Theory]
    [InlineData("ingresses", 1)]
    [InlineData("services", 0)]
    public void The_old_way_to_name_the_class_of_an_ingress_is_warned_of(string resource, int warnings)
    {
        JsonValue value = Parse("""{"metadata":{"name":"x","annotations":{"kubernetes.io/ingress.class":"a"}}}""");
        Assert.Equal(warnings, IngressWarnings.Of(Of(resource), value, default).Count);
        Assert.Empty(IngressWarnings.Of(Of(resource), value, value));
    }

    private static JsonValue Parse(string json) => JsonTree.Parse(json).Root;

    private static ApiResource Of(string resource) => BuiltInKinds.All.First(one => one.Plural == resource);
}
