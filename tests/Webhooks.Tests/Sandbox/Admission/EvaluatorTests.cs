using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Admission.Quotas;
using Xunit;

namespace Webhooks.Tests.Sandbox.Admission;

public sealed class EvaluatorTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("pods", "pods")]
    [InlineData("cpu", "pods")]
    [InlineData("limits.ephemeral-storage", "pods")]
    [InlineData("hugepages-2Mi", "pods")]
    [InlineData("requests.hugepages-1Gi", "pods")]
    [InlineData("requests.example.com/gpu", "pods")]
    [InlineData("count/pods", "pods")]
    [InlineData("requests.storage", "persistentvolumeclaims")]
    [InlineData("gold.storageclass.storage.k8s.io/requests.storage", "persistentvolumeclaims")]
    [InlineData("gold.storageclass.storage.k8s.io/persistentvolumeclaims", "persistentvolumeclaims")]
    [InlineData("services.loadbalancers", "services")]
    [InlineData("secrets", "secrets")]
    [InlineData("count/secrets", "secrets")]
    [InlineData("count/jobs.batch", "jobs.batch")]
    [InlineData("count/events", null)]
    [InlineData("count/events.events.k8s.io", null)]
    [InlineData("example.com/gpu", null)]
    [InlineData("jobs", null)]
    public void Each_name_is_counted_by_one(string name, string? resource) => Assert.Equal(resource, Evaluators.For(name)?.Resource.ToString());

    [Theory]
    [InlineData("jobs.batch", "{}", "count/jobs.batch=1")]
    [InlineData("configmaps", "{}", "configmaps=1,count/configmaps=1")]
    [InlineData("services", """{"spec":{"ports":[{"port":1},{"port":2}]}}""", "count/services=1,services=1,services.loadbalancers=0,services.nodeports=0")]
    [InlineData("services", """{"spec":{"type":"NodePort","ports":[{"port":1},{"port":2}]}}""", "count/services=1,services=1,services.loadbalancers=0,services.nodeports=2")]
    [InlineData("services", """{"spec":{"type":"LoadBalancer","ports":[{"port":1}]}}""", "count/services=1,services=1,services.loadbalancers=1,services.nodeports=1")]
    [InlineData("services", """{"spec":{"type":"LoadBalancer","allocateLoadBalancerNodePorts":false,"ports":[{"port":1},{"port":2,"nodePort":3}]}}""", "count/services=1,services=1,services.loadbalancers=1,services.nodeports=1")]
    [InlineData("persistentvolumeclaims", """{"spec":{"resources":{"requests":{"storage":"1Gi"}}}}""", "count/persistentvolumeclaims=1,persistentvolumeclaims=1,requests.storage=1Gi")]
    [InlineData("persistentvolumeclaims", """{"spec":{"storageClassName":"gold","resources":{"requests":{"storage":"1500m"}}},"status":{"allocatedResources":{"storage":"1"}}}""", "count/persistentvolumeclaims=1,gold.storageclass.storage.k8s.io/persistentvolumeclaims=1,gold.storageclass.storage.k8s.io/requests.storage=2,persistentvolumeclaims=1,requests.storage=2")]
    [InlineData("persistentvolumeclaims", """{"spec":{"resources":{"requests":{"storage":"1Gi"}}},"status":{"allocatedResources":{"storage":"2Gi"}}}""", "count/persistentvolumeclaims=1,persistentvolumeclaims=1,requests.storage=2Gi")]
    [InlineData("pods", """{"spec":{"containers":[{"resources":{"requests":{"cpu":"1","hugepages-2Mi":"2Mi","example.com/gpu":"1"},"limits":{"memory":"1Gi","example.com/gpu":"1"}}}]}}""", "count/pods=1,cpu=1,hugepages-2Mi=2Mi,limits.memory=1Gi,pods=1,requests.cpu=1,requests.example.com/gpu=1,requests.hugepages-2Mi=2Mi")]
    [InlineData("pods", """{"spec":{"containers":[{"resources":{"requests":{"cpu":"1"}}}]},"status":{"phase":"Failed"}}""", "count/pods=1")]
    [InlineData("pods", """{"metadata":{"deletionTimestamp":"2026-01-02T03:04:00Z","deletionGracePeriodSeconds":5},"spec":{}}""", "count/pods=1,pods=1")]
    [InlineData("pods", """{"metadata":{"deletionTimestamp":"2026-01-02T03:04:00Z","deletionGracePeriodSeconds":4},"spec":{}}""", "count/pods=1")]
    public void An_object_uses(string resource, string value, string usage) =>
        Assert.Equal(usage, Of(resource).Usage(JsonTree.Parse(value).Root, Now).ToString());

    [Theory]
    [InlineData("", "must specify cpu for: a,i; limits.memory for: a,b,i")]
    [InlineData(""","resources":{"requests":{"cpu":"1"}}""", null)]
    public void Where_cpu_or_memory_is_limited_each_container_says_its_own(string whole, string? problem)
    {
        string pod = $$"""
            {"spec":{"containers":[{"name":"b","resources":{"requests":{"cpu":"1"} } },{"name":"a"}],"initContainers":[{"name":"i"}]{{whole}} } }
            """;
        Assert.Equal(problem, Of("pods").Problem(["cpu", "limits.memory", "pods", "requests.ephemeral-storage"], JsonTree.Parse(pod).Root));
    }

    [Theory]
    [InlineData("configmaps", "", false, true)]
    [InlineData("configmaps", "", true, false)]
    [InlineData("services", "", true, true)]
    [InlineData("services", "status", true, false)]
    [InlineData("persistentvolumeclaims", "", true, true)]
    [InlineData("persistentvolumeclaims", "status", true, true)]
    [InlineData("pods", "", false, true)]
    [InlineData("pods", "", true, false)]
    [InlineData("pods", "status", true, false)]
    [InlineData("pods", "resize", true, true)]
    public void Some_writes_can_use_more(string resource, string subresource, bool isUpdate, bool can)
    {
        JsonValue value = JsonTree.Parse("{}").Root;
        Assert.Equal(can, Of(resource).Handles(subresource, value, isUpdate ? value : default));
    }

    [Fact]
    public void A_pod_that_gets_a_deadline_changes_its_scope() => Assert.True(Of("pods").Handles(
        "", JsonTree.Parse("""{"spec":{"activeDeadlineSeconds":5}}""").Root, JsonTree.Parse("""{"spec":{}}""").Root));

    private static Evaluator Of(string resource) => Evaluators.Of(GroupResource.Parse(resource))!;
}
