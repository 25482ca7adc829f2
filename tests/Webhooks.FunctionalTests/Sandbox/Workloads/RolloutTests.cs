using Webhooks.FunctionalTests.Sandbox.Controllers;
using Webhooks.Resources.Json;
using Webhooks.Sandbox;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Workloads;

public sealed class RolloutTests
{
    private const string Deployment = "deployments/n/web";
    private const string Cordon = """{"spec":{"unschedulable":true}}""";
    private const string Uncordon = """{"spec":{"unschedulable":null}}""";

    [Fact]
    public async Task A_deployment_gets_its_pods_and_says_so()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 3);

        JsonValue status = cluster.Get(Deployment)["status"];
        Assert.Equal(["3", "3", "3", "3"], new[] { "replicas", "updatedReplicas", "readyReplicas", "availableReplicas" }.Select(member => status[member].ToString()));
        Assert.Equal(cluster.Get(Deployment)["metadata"]["generation"].ToString(), status["observedGeneration"].ToString());
        JsonValue set = Assert.Single(cluster.List("replicasets"));
        string name = set["metadata"]["name"].GetString();
        Assert.Equal(
            [
                "Available True MinimumReplicasAvailable: Deployment has minimum availability.",
                $"Progressing True NewReplicaSetAvailable: ReplicaSet \"{name}\" has successfully progressed.",
            ],
            Conditions(status));
        Assert.Equal("web-" + set["metadata"]["labels"]["pod-template-hash"].GetString(), name);
        Assert.Equal(3, Pods(cluster).Count(pod =>
            pod["metadata"]["generateName"].GetString() == name + "-"
            && pod["metadata"]["ownerReferences"].Items().Single()["name"].GetString() == name
            && pod["spec"]["nodeName"].GetString() == "sandbox"
            && pod["status"]["phase"].GetString() == "Running"));
    }

    [Fact]
    public async Task A_new_template_is_a_new_revision_and_the_old_one_keeps_no_pods()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 4);
        await cluster.Patch(Deployment, Image("b", """{"kubernetes.io/change-cause":"to b"}"""));
        await cluster.AtRest();

        Assert.Equal(["1:0", "2:4"], Revisions(cluster));
        Assert.Equal("2", cluster.Get(Deployment)["metadata"]["annotations"]["deployment.kubernetes.io/revision"].GetString());
        Assert.Equal(["to b"], cluster.List("replicasets").Select(set => set["metadata"]["annotations"]["kubernetes.io/change-cause"].AsString()).OfType<string>());
        Assert.All(Pods(cluster), pod => Assert.Equal("b", pod["spec"]["containers"].Items().Single()["image"].GetString()));
    }

    [Fact]
    public async Task Going_back_makes_the_old_set_the_newest_revision()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 2);
        await cluster.Patch(Deployment, Image("b"));
        await cluster.AtRest();
        await cluster.Patch(Deployment, Image("a"));
        await cluster.AtRest();

        Assert.Equal(["2:0", "3:2"], Revisions(cluster));
        Assert.Equal("1", cluster.List("replicasets")
            .Select(set => set["metadata"]["annotations"]["deployment.kubernetes.io/revision-history"].AsString()).OfType<string>().Single());
    }

    [Fact]
    public async Task Only_as_many_old_revisions_are_kept_as_was_said()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1, more: ""","revisionHistoryLimit":1""");
        foreach (string image in new[] { "b", "c", "d" })
        {
            await cluster.Patch(Deployment, Image(image));
            await cluster.AtRest();
        }

        Assert.Equal(["3:0", "4:1"], Revisions(cluster));
    }

    [Fact]
    public async Task While_new_pods_are_held_back_the_old_ones_stay_within_the_limits()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 4);
        await cluster.Patch("nodes/sandbox", Cordon);
        await cluster.Patch(Deployment, Image("b"));
        await cluster.AtRest();

        // 25% of 4: one more, one less.
        Assert.Equal(["1:3", "2:2"], Revisions(cluster));
        JsonValue status = cluster.Get(Deployment)["status"];
        Assert.Equal("3", status["availableReplicas"].ToString());
        Assert.Equal("2", status["unavailableReplicas"].ToString());
        Assert.Contains(Conditions(status), condition => condition.StartsWith("Progressing True ReplicaSetUpdated", StringComparison.Ordinal));

        await cluster.Patch("nodes/sandbox", Uncordon);
        await cluster.AtRest();
        Assert.Equal(["1:0", "2:4"], Revisions(cluster));
    }

    [Fact]
    public async Task A_rollout_that_gets_nowhere_is_given_up_in_its_time()
    {
        await using ClusterInProcess cluster = await Start();
        await cluster.Patch("nodes/sandbox", Cordon);
        await Deploy(cluster, replicas: 1, more: ""","progressDeadlineSeconds":60""");
        Assert.Contains(Conditions(cluster.Get(Deployment)["status"]), condition => condition.StartsWith("Available False MinimumReplicasUnavailable", StringComparison.Ordinal));

        cluster.Time.Advance(TimeSpan.FromSeconds(61));
        await cluster.Until(() => Conditions(cluster.Get(Deployment)["status"]).Any(
            condition => condition.StartsWith("Progressing False ProgressDeadlineExceeded", StringComparison.Ordinal)));

        await cluster.Patch("nodes/sandbox", Uncordon);
        await cluster.AtRest();
        Assert.Contains(Conditions(cluster.Get(Deployment)["status"]), condition => condition.StartsWith("Progressing True NewReplicaSetAvailable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_was_complete_and_is_but_scaled_is_never_given_up()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1, more: ""","progressDeadlineSeconds":60""");
        await cluster.Patch("nodes/sandbox", Cordon);
        await cluster.Patch(Deployment, """{"spec":{"replicas":2}}""");
        await cluster.AtRest();

        cluster.Time.Advance(TimeSpan.FromSeconds(61));
        await cluster.Patch(Deployment, """{"metadata":{"labels":{"looked":"at"}}}""");
        await cluster.AtRest();
        Assert.Contains(Conditions(cluster.Get(Deployment)["status"]), condition => condition.StartsWith("Progressing True NewReplicaSetAvailable", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Scaling_changes_the_number_of_pods_and_no_revision()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1);
        await cluster.Patch(Deployment, """{"spec":{"replicas":3}}""");
        await cluster.AtRest();
        Assert.Equal(["1:3"], Revisions(cluster));
        Assert.Equal(3, Pods(cluster).Length);

        await cluster.Patch(Deployment, """{"spec":{"replicas":0}}""");
        await cluster.AtRest();
        Assert.Empty(Pods(cluster));
    }

    [Fact]
    public async Task Recreate_lets_no_old_pod_stand_beside_a_new_one()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 2, more: ""","strategy":{"type":"Recreate"}""");
        string held = Pods(cluster)[0]["metadata"]["name"].GetString();
        await cluster.Patch("pods/n/" + held, """{"metadata":{"finalizers":["example.com/hold"]} }""");
        await cluster.Patch(Deployment, Image("b"));
        await cluster.AtRest();
        Assert.Equal([held], Pods(cluster).Select(pod => pod["metadata"]["name"].GetString()));

        await cluster.Patch("pods/n/" + held, """{"metadata":{"finalizers":null}}""");
        await cluster.AtRest();
        Assert.Equal(["1:0", "2:2"], Revisions(cluster));
    }

    [Fact]
    public async Task A_paused_deployment_starts_no_revision()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1);
        await cluster.Patch(Deployment, """{"spec":{"paused":true}}""");
        await cluster.Patch(Deployment, Image("b"));
        await cluster.AtRest();
        Assert.Equal(["1:1"], Revisions(cluster));

        await cluster.Patch(Deployment, """{"spec":{"paused":null}}""");
        await cluster.AtRest();
        Assert.Equal(["1:0", "2:1"], Revisions(cluster));
    }

    [Fact]
    public async Task A_pod_behind_a_readiness_gate_runs_and_is_not_ready()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1, pod: ""","readinessGates":[{"conditionType":"example.com/open"}]""");
        JsonValue pod = Assert.Single(Pods(cluster));
        Assert.Equal("Running", pod["status"]["phase"].GetString());
        Assert.True(cluster.Get(Deployment)["status"]["readyReplicas"].IsMissing);

        JsonDraft opened = new(pod["status"]["conditions"]);
        opened.Insert(0, new JsonDraft(JsonTree.Parse("""{"type":"example.com/open","status":"True"}""").Root));
        await cluster.Patch("pods/n/" + pod["metadata"]["name"].GetString(), $$"""{"status":{"conditions":{{opened.Freeze()}} } }""", "status");
        await cluster.AtRest();
        Assert.Equal("1", cluster.Get(Deployment)["status"]["readyReplicas"].ToString());
    }

    [Fact]
    public async Task A_pod_has_its_conditions_in_the_order_of_a_kubelet()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1);
        Assert.Equal(
            ["PodReadyToStartContainers", "Initialized", "Ready", "ContainersReady", "PodScheduled"],
            Pods(cluster).Single()["status"]["conditions"].Items().Select(condition => condition["type"].GetString()));
    }

    [Fact]
    public async Task Pods_that_must_be_ready_for_a_while_are_available_only_then()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1, more: ""","minReadySeconds":30""");
        Assert.Equal("1", cluster.Get(Deployment)["status"]["readyReplicas"].ToString());
        Assert.True(cluster.Get(Deployment)["status"]["availableReplicas"].IsMissing);

        cluster.Time.Advance(TimeSpan.FromSeconds(30));
        await cluster.Until(() => cluster.Get(Deployment)["status"]["availableReplicas"].ToString() == "1");
    }

    [Fact]
    public async Task A_deleted_pod_is_replaced_and_a_deleted_deployment_leaves_nothing()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1);
        string name = Pods(cluster).Single()["metadata"]["name"].GetString();
        await cluster.Delete("pods/n/" + name);
        await cluster.AtRest();
        Assert.NotEqual(name, Pods(cluster).Single()["metadata"]["name"].GetString());

        await cluster.Delete(Deployment);
        await cluster.AtRest();
        Assert.Empty(cluster.List("replicasets"));
        Assert.Empty(Pods(cluster));
    }

    [Fact]
    public async Task In_a_namespace_that_is_deleted_nothing_is_made_and_that_is_no_failure()
    {
        await using ClusterInProcess cluster = await Start();
        await Deploy(cluster, replicas: 1);
        string pod = "pods/n/" + Pods(cluster).Single()["metadata"]["name"].GetString();
        await cluster.Patch(pod, """{"metadata":{"finalizers":["example.com/slow"]}}""");
        await cluster.Delete("namespaces/n");
        await cluster.AtRest();
        await cluster.Patch(Deployment, Image("b"));
        await cluster.AtRest();
        JsonValue set = Assert.Single(cluster.List("replicasets"));
        Assert.True(set["status"]["conditions"].IsMissing);
        Assert.Equal("0", set["status"]["replicas"].ToString());

        await cluster.Patch(pod, """{"metadata":{"finalizers":null}}""");
        await cluster.AtRest();
        Assert.False(cluster.Has("namespaces/n"));
    }

    private static Task<ClusterInProcess> Start() =>
        ClusterInProcess.Start(new ApiServerOptions { MakesServiceAccounts = false, PlaysWorkloads = true });

    private static async Task Deploy(ClusterInProcess cluster, int replicas, string more = "", string pod = "")
    {
        await cluster.Create(
            Deployment,
            $$"""
            {"spec":{"replicas":{{replicas}},"selector":{"matchLabels":{"app":"web"} },
            "template":{"metadata":{"labels":{"app":"web"} },"spec":{"containers":[{"name":"web","image":"a"}]{{pod}} } }{{more}} } }
            """);
        await cluster.AtRest();
    }

    private static string Image(string image, string annotations = "{}") =>
        $$"""{"metadata":{"annotations":{{annotations}} },"spec":{"template":{"spec":{"containers":[{"name":"web","image":"{{image}}"}]} } } }""";

    private static JsonValue[] Pods(ClusterInProcess cluster) => cluster.List("pods");

    /// <summary>Each ReplicaSet's revision and how many pods it is to have.</summary>
    private static IEnumerable<string> Revisions(ClusterInProcess cluster) => cluster.List("replicasets")
        .Select(set => $"{set["metadata"]["annotations"]["deployment.kubernetes.io/revision"].GetString()}:{set["spec"]["replicas"]}")
        .Order();

    private static string[] Conditions(JsonValue status) =>
    [
        .. status["conditions"].Items().Select(condition =>
            $"{condition["type"].GetString()} {condition["status"].GetString()} {condition["reason"].GetString()}: {condition["message"].GetString()}"),
    ];
}
