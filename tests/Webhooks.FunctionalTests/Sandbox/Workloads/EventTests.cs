using Webhooks.FunctionalTests.Sandbox.Controllers;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Workloads;

public sealed class EventTests
{
    private static readonly ApiServerOptions Options = new() { MakesServiceAccounts = false, PlaysWorkloads = true };

    [Fact]
    public async Task A_rollout_is_told_of_from_the_Deployment_to_the_container()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(Options);
        await Deploy(cluster, replicas: 1);
        string pod = cluster.List("pods")[0]["metadata"]["name"].GetString();
        string set = cluster.List("replicasets")[0]["metadata"]["name"].GetString();

        Assert.Equal(
            [
                $"deployment-controller Deployment/web  Normal ScalingReplicaSet x1: Scaled up replica set {set} from 0 to 1",
                $"replicaset-controller ReplicaSet/{set}  Normal SuccessfulCreate x1: Created pod: {pod}",
                $"default-scheduler Pod/{pod}  Normal Scheduled x0: Successfully assigned n/{pod} to sandbox",
                $"kubelet Pod/{pod} spec.containers{{c}} Normal Pulled x1: Container image \"i\" already present on machine and can be accessed by the pod",
                $"kubelet Pod/{pod} spec.containers{{c}} Normal Created x1: Container created",
                $"kubelet Pod/{pod} spec.containers{{c}} Normal Started x1: Container started",
            ],
            Told(cluster));

        await cluster.Patch("deployments/n/web", """{"spec":{"replicas":0}}""");
        await cluster.AtRest();

        Assert.Equal(
            [
                $"deployment-controller Deployment/web  Normal ScalingReplicaSet x1: Scaled down replica set {set} from 1 to 0",
                $"kubelet Pod/{pod} spec.containers{{c}} Normal Killing x1: Stopping container c",
                $"replicaset-controller ReplicaSet/{set}  Normal SuccessfulDelete x1: Deleted pod: {pod}",
            ],
            Told(cluster).Skip(6).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_happens_again_is_counted_and_what_is_much_alike_is_combined()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(Options);
        await Deploy(cluster, replicas: 12);
        for (int i = 0; i < 2; i++)
        {
            await cluster.Patch("deployments/n/web", """{"spec":{"replicas":0}}""");
            await cluster.AtRest();
            await cluster.Patch("deployments/n/web", """{"spec":{"replicas":1}}""");
            await cluster.AtRest();
        }

        string[] told = [.. Told(cluster)];

        Assert.Single(told, line => line.Contains("ScalingReplicaSet x2: Scaled up replica set", StringComparison.Ordinal) && line.EndsWith("from 0 to 1", StringComparison.Ordinal));
        Assert.Equal(9, told.Count(line => line.Contains("SuccessfulCreate x1: Created pod: ", StringComparison.Ordinal)));
        Assert.Single(told, line => line.Contains("SuccessfulCreate x5: (combined from similar events): Created pod: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pods_that_cannot_be_had_are_warned_of()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(Options);
        await cluster.Patch("nodes/sandbox", """{"spec":{"unschedulable":true}}""");
        await Deploy(cluster, replicas: 1);
        await Deploy(cluster, replicas: 1, "refused", ""","finalizers":["bad"]""");

        Assert.Contains(Told(cluster), line => line.Contains("Warning FailedCreate x1: Error creating: Pod \"refused-", StringComparison.Ordinal));
        Assert.Contains(Told(cluster), line => line.EndsWith(
            "Warning FailedScheduling x0: 0/1 nodes are available: 1 node(s) were unschedulable.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_go_with_their_namespace_and_none_keeps_it()
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start(Options);
        await Deploy(cluster, replicas: 2);
        await cluster.Delete("namespaces/n");
        await cluster.AtRest();

        Assert.False(cluster.Has("namespaces/n"));
        Assert.Empty(cluster.List("events"));
    }

    private static async Task Deploy(ClusterInProcess cluster, int replicas, string name = "web", string more = "")
    {
        await cluster.Create("deployments/n/" + name, $$$"""
            {"spec":{"replicas":{{{replicas}}},"selector":{"matchLabels":{"a":"{{{name}}}"} },
             "template":{"metadata":{"labels":{"a":"{{{name}}}"}{{{more}}} },"spec":{"containers":[{"name":"c","image":"i"}]} } } }
            """);
        await cluster.AtRest();
    }

    private static IEnumerable<string> Told(ClusterInProcess cluster) => cluster.List("events")
        .OrderBy(told => Convert.ToInt64(told["metadata"]["name"].GetString().Split('.')[^1], 16))
        .Select(told => $"{told["reportingComponent"].AsString()} {told["involvedObject"]["kind"].AsString()}/{told["involvedObject"]["name"].AsString()} "
            + $"{told["involvedObject"]["fieldPath"].AsString()} {told["type"].AsString()} {told["reason"].AsString()} "
            + $"x{(told["count"].TryGetInt64(out long count) ? count : 0)}: {told["message"].AsString()}");
}
