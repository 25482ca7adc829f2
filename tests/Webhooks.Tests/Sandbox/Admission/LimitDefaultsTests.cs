using Webhooks.Resources.Json;
using Webhooks.Sandbox.Admission.Limits;
using Xunit;

namespace Webhooks.Tests.Sandbox.Admission;

public sealed class LimitDefaultsTests
{
    private const string Limits = """
        [{"type":"Pod","max":{"cpu":"1"}},{"type":"Container","default":{"memory":"2Gi","cpu":"1"},"defaultRequest":{"cpu":"500m"}}]
        """;

    [Fact]
    public void Containers_get_what_they_leave_out_and_the_pod_tells_of_it()
    {
        JsonValue filled = Fill("""
            {"metadata":{},"spec":{"containers":[{"name":"a"},{"name":"b","resources":{"limits":{"cpu":"3"},"requests":{"cpu":"2"}}}],"initContainers":[{"name":"i"}]}}
            """);

        Assert.Equal(
            "LimitRanger plugin set: cpu request for container a; cpu, memory limit for container a; memory limit for container b; "
            + "cpu request for init container i; cpu, memory limit for init container i",
            filled["metadata"]["annotations"]["kubernetes.io/limit-ranger"].GetString());
        Assert.Equal("""{"requests":{"cpu":"500m"},"limits":{"cpu":"1","memory":"2Gi"}}""", filled["spec"]["initContainers"].Items().First()["resources"].ToString());
        Assert.Equal("""{"limits":{"cpu":"3","memory":"2Gi"},"requests":{"cpu":"2"}}""", filled["spec"]["containers"].Items().Last()["resources"].ToString());
    }

    [Fact]
    public void Who_leaves_nothing_out_stays_as_it_is()
    {
        const string Pod = """{"spec":{"containers":[{"name":"a","resources":{"limits":{"cpu":"3","memory":"1"},"requests":{"cpu":"2"}}}]}}""";
        Assert.Equal(Pod, Fill(Pod).ToString());
    }

    private static JsonValue Fill(string pod)
    {
        JsonDraft draft = new(JsonTree.Parse(pod).Root);
        LimitDefaults.Fill(draft, JsonTree.Parse(Limits).Root);
        return draft.Freeze();
    }
}
