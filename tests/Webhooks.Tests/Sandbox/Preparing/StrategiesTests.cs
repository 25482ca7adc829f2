using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Defaulting;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Preparing;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Preparing;

public sealed class StrategiesTests
{
    [Theory]
    [InlineData("deployments", true, true, false, true, false)]
    [InlineData("configmaps", false, false, false, true, false)]
    [InlineData("leases", false, false, true, false, false)]
    [InlineData("services", true, false, true, true, true)]
    [InlineData("serviceaccounts", false, false, false, true, true)]
    [InlineData("roles", false, false, true, true, false)]
    [InlineData("poddisruptionbudgets", true, true, false, false, false)]
    [InlineData("pods", true, true, false, true, true)]
    [InlineData("endpointslices", false, true, false, true, false)]
    [InlineData("storageclasses", false, false, false, true, true)]
    [InlineData("csidrivers", false, true, false, false, true)]
    [InlineData("csistoragecapacities", false, false, false, false, false)]
    [InlineData("apiservices", true, false, false, false, false)]
    public void A_resource_is_written_and_deleted_by_its_strategy(
        string resource, bool hasStatus, bool counts, bool isMadeByPut, bool overwrites, bool answersObject)
    {
        Strategy strategy = Strategies.Of(Of(resource));
        Assert.Equal(
            (hasStatus, counts, isMadeByPut, overwrites, answersObject),
            (strategy.HasStatus, strategy.CountsGeneration, strategy.AllowsCreateOnUpdate, strategy.AllowsUnconditionalUpdate, strategy.DeleteAnswersObject));
    }

    [Theory]
    [InlineData("""{}""", "BestEffort")]
    [InlineData("""{"requests":{"cpu":"1"}}""", "Burstable")]
    [InlineData("""{"limits":{"cpu":"1","memory":"1Gi"},"requests":{"cpu":"1","memory":"1Gi"}}""", "Guaranteed")]
    [InlineData("""{"limits":{"cpu":"1","memory":"1Gi"},"requests":{"cpu":"500m","memory":"1Gi"}}""", "Burstable")]
    [InlineData("""{"limits":{"cpu":"1"},"requests":{"cpu":"1"}}""", "Burstable")]
    [InlineData("""{"requests":{"example.com/gpu":"1"}}""", "BestEffort")]
    public void The_quality_of_a_pod_follows_from_its_resources(string resources, string quality)
    {
        JsonDraft spec = Drafts.Json("""{"containers":[{"resources":""" + resources + "}]}");
        Assert.Equal(quality, PodQuality.Of(spec));
    }

    [Fact]
    public void A_service_gets_an_address_and_ports_of_its_own_and_keeps_them()
    {
        int next = 30000;
        ServiceAddresses addresses = new(() => "10.0.0.7", () => next++);
        JsonValue made = Prepared.Create(
            Of("services"), Filled("services", """{"metadata":{"name":"x"},"spec":{"type":"NodePort","selector":{"a":"b"},"ports":[{"port":80}]}}"""), addresses);
        Assert.Equal("""["10.0.0.7"]""", made["spec"u8]["clusterIPs"u8].ToString());
        Assert.Equal("""["IPv4"]""", made["spec"u8]["ipFamilies"u8].ToString());
        Assert.Equal("30000", made["spec"u8]["ports"u8].Items().First()["nodePort"u8].ToString());
        JsonValue updated = Prepared.Update(
            Of("services"), Filled("services", """{"metadata":{"name":"x"},"spec":{"type":"NodePort","selector":{"a":"b"},"ports":[{"port":80},{"port":81}]}}"""), made, addresses);
        Assert.Equal("10.0.0.7", updated["spec"u8]["clusterIP"u8].GetString());
        Assert.Equal(["30000", "30001"], updated["spec"u8]["ports"u8].Items().Select(port => port["nodePort"u8].ToString()));
    }

    [Theory]
    [InlineData("NodePort", """{"clusterIP":"10.0.0.7","clusterIPs":["10.0.0.7"],"externalTrafficPolicy":"Local","internalTrafficPolicy":"Cluster","ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack","ports":[{"nodePort":30001,"port":80,"protocol":"TCP","targetPort":80}],"selector":{"a":"b"},"sessionAffinity":"None","type":"NodePort"}""")]
    [InlineData("ClusterIP", """{"clusterIP":"10.0.0.7","clusterIPs":["10.0.0.7"],"internalTrafficPolicy":"Cluster","ipFamilies":["IPv4"],"ipFamilyPolicy":"SingleStack","ports":[{"port":80,"protocol":"TCP","targetPort":80}],"selector":{"a":"b"},"sessionAffinity":"None","type":"ClusterIP"}""")]
    [InlineData("ExternalName", """{"internalTrafficPolicy":"Cluster","ports":[{"port":80,"protocol":"TCP","targetPort":80}],"selector":{"a":"b"},"sessionAffinity":"None","type":"ExternalName"}""")]
    public void A_service_of_another_type_has_nothing_left_of_the_one_before(string type, string spec)
    {
        int next = 30000;
        ServiceAddresses addresses = new(() => "10.0.0.7", () => next++);
        JsonValue made = Prepared.Create(
            Of("services"),
            Filled("services", """{"metadata":{"name":"x"},"spec":{"type":"LoadBalancer","externalTrafficPolicy":"Local","selector":{"a":"b"},"ports":[{"port":80}]}}"""),
            addresses);
        Assert.Equal("30000", made["spec"u8]["healthCheckNodePort"u8].ToString());
        JsonDraft changed = new(made);
        changed.Child("spec").SetText("type", type);
        JsonValue updated = Prepared.Update(Of("services"), ObjectDefaults.Fill(Of("services"), changed.Freeze()), made, addresses);
        Assert.True(JsonEquality.AreEqual(JsonTree.Parse(spec).Root, updated["spec"u8]), updated["spec"u8].ToString());
    }

    [Theory]
    [InlineData("persistentvolumeclaims", "", """["kubernetes.io/pvc-protection"]""")]
    [InlineData("persistentvolumes", "\"a/b\"", """["a/b","kubernetes.io/pv-protection"]""")]
    [InlineData("persistentvolumes", "\"kubernetes.io/pv-protection\"", """["kubernetes.io/pv-protection"]""")]
    [InlineData("configmaps", "\"a/b\"", """["a/b"]""")]
    public void A_volume_and_a_claim_are_kept_from_going_while_they_are_used(string resource, string sent, string finalizers)
    {
        JsonValue made = Prepared.Create(Of(resource), Filled(resource, $$"""{"metadata":{"name":"x","finalizers":[{{sent}}]} }"""));
        Assert.Equal(finalizers, made["metadata"u8]["finalizers"u8].ToString());
    }

    [Fact]
    public void A_lease_cannot_ask_for_a_leader_to_be_picked()
    {
        JsonValue lease = Filled("leases", """{"metadata":{"name":"x"},"spec":{"strategy":"OldestEmulationVersion","preferredHolder":"a","holderIdentity":"b"}}""");
        Assert.Equal("""{"holderIdentity":"b"}""", Prepared.Create(Of("leases"), lease)["spec"].ToString());
        Assert.Equal("""{"holderIdentity":"b"}""", Prepared.Update(Of("leases"), lease, lease)["spec"].ToString());
    }

    [Fact]
    public void A_deployment_counts_changes_of_spec_and_annotations()
    {
        JsonValue old = Prepared.Create(Of("deployments"), Filled("deployments", """{"metadata":{"name":"x"},"spec":{"replicas":1}}"""));
        string Generation(string sent) =>
            Prepared.Update(Of("deployments"), Filled("deployments", sent), old)["metadata"u8]["generation"u8].ToString();
        Assert.Equal("1", Generation("""{"metadata":{"name":"x","labels":{"a":"b"}},"spec":{"replicas":1},"status":{"replicas":4}}"""));
        Assert.Equal("2", Generation("""{"metadata":{"name":"x"},"spec":{"replicas":2}}"""));
        Assert.Equal("2", Generation("""{"metadata":{"name":"x","annotations":{"a":"b"}},"spec":{"replicas":1}}"""));
    }

    [Fact]
    public void A_daemon_set_notes_how_often_its_template_changed()
    {
        JsonValue old = Prepared.Create(Of("daemonsets"), Filled("daemonsets", """{"metadata":{"name":"x"},"spec":{"template":{"spec":{"hostPID":true}}}}"""));
        JsonValue updated = Prepared.Update(Of("daemonsets"), Filled("daemonsets", """{"metadata":{"name":"x"},"spec":{"template":{"spec":{}}}}"""), old);
        const string Annotation = "deprecated.daemonset.template.generation";
        Assert.Equal("1", old["metadata"u8]["annotations"u8][Annotation].GetString());
        Assert.Equal("2", updated["metadata"u8]["annotations"u8][Annotation].GetString());
    }

    [Fact]
    public void The_status_of_a_custom_resource_is_all_that_its_path_writes()
    {
        ApiResource widgets = new()
        {
            Group = "example.com",
            Version = "v1",
            Plural = "widgets",
            Singular = "widget",
            Kind = "Widget",
            ListKind = "WidgetList",
            IsNamespaced = true,
            Verbs = [],
            Subresources = [new ApiSubresource("status", new("example.com", "v1", "Widget"), [])],
            Definition = JsonTree.Parse("{}").Root,
        };
        JsonValue old = JsonTree.Parse("""{"kind":"Widget","metadata":{"name":"x","generation":3,"labels":{"a":"b"}},"spec":{"a":1},"status":{"b":1}}""").Root;
        JsonValue sent = JsonTree.Parse("""{"kind":"Widget","metadata":{"name":"x","generation":9,"labels":{"c":"d"}},"spec":{"a":2},"status":{"b":2}}""").Root;
        Assert.Equal(
            """{"kind":"Widget","metadata":{"generation":3,"labels":{"a":"b"},"name":"x"},"spec":{"a":1},"status":{"b":2}}""",
            UntypedForm.Of(UpdatePreparation.PrepareStatus(widgets, sent, old, default)).ToString());
        Assert.Equal(
            """{"kind":"Widget","metadata":{"generation":4,"labels":{"c":"d"},"name":"x"},"spec":{"a":2},"status":{"b":1}}""",
            UntypedForm.Of(Prepared.Update(widgets, sent, old)).ToString());
    }

    private static JsonValue Filled(string resource, string sent) =>
        ObjectDefaults.Fill(Of(resource), NormalForm.Of(DecodeTargets.Of(Of(resource)), JsonTree.Parse(sent).Root));

    private static ApiResource Of(string resource) => BuiltInKinds.All.First(one => one.Plural == resource);
}
