using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Defaulting;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Validation;
using Webhooks.Schemas.Decoding;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Sandbox.Validation;

public sealed class PodUpdateTests
{
    private const string Plain = "\"containers\":[{\"name\":\"a\",\"image\":\"i:1\"}]";
    private const string Gated = Plain + ",\"schedulingGates\":[{\"name\":\"g\"}]";
    private const string Needing = Gated + ",\"affinity\":{\"nodeAffinity\":{\"requiredDuringSchedulingIgnoredDuringExecution\":{\"nodeSelectorTerms\":[{\"matchExpressions\":[{\"key\":\"k\",\"operator\":\"Exists\"}]}]}}}";

    private const string ChangedSpec =
        "spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
        + "`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n";

    private static readonly ApiResource Pods = BuiltInKinds.All.First(one => one.Plural == "pods" && one.Group.Length == 0);

    [Theory]
    [InlineData(Plain, "\"containers\":[{\"name\":\"a\",\"image\":\"i:2\"}]")]
    [InlineData(Plain, Plain + ",\"activeDeadlineSeconds\":5")]
    [InlineData(Plain + ",\"activeDeadlineSeconds\":5", Plain + ",\"activeDeadlineSeconds\":4")]
    [InlineData(Plain + ",\"tolerations\":[{\"key\":\"k\",\"operator\":\"Exists\",\"effect\":\"NoExecute\",\"tolerationSeconds\":1}]", Plain + ",\"tolerations\":[{\"key\":\"l\"},{\"key\":\"k\",\"operator\":\"Exists\",\"effect\":\"NoExecute\",\"tolerationSeconds\":2}]")]
    [InlineData(Plain + ",\"terminationGracePeriodSeconds\":-1", Plain + ",\"terminationGracePeriodSeconds\":1")]
    [InlineData(Gated, Plain)]
    [InlineData(Gated, Gated + ",\"nodeSelector\":{\"a\":\"b\"}")]
    [InlineData(Gated, Needing)]
    [InlineData(Gated + ",\"affinity\":{\"podAffinity\":{}}", Gated + ",\"affinity\":{\"podAffinity\":{},\"nodeAffinity\":{}}")]
    public void An_update_may_change_a_few_things(string old, string sent) => Assert.Empty(Updated(old, sent));

    [Theory]
    [InlineData(Plain, "\"containers\":[]", "spec.containers: Required value|spec.containers: Forbidden: pod updates may not add or remove containers")]
    [InlineData(Plain, Plain + ",\"initContainers\":[{\"name\":\"b\",\"image\":\"i\"}]", "spec.initContainers: Forbidden: pod updates may not add or remove containers")]
    [InlineData(Plain, "\"containers\":[{\"name\":\"a\"}]", "spec.containers[0].image: Required value|spec.containers[0].image: Required value")]
    [InlineData(Plain + ",\"activeDeadlineSeconds\":5", Plain, "spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value")]
    [InlineData(Plain + ",\"activeDeadlineSeconds\":5", Plain + ",\"activeDeadlineSeconds\":6", "spec.activeDeadlineSeconds: Invalid value: 6: must be less than or equal to previous value")]
    [InlineData(Plain + ",\"tolerations\":[{\"key\":\"k\"}]", Plain + ",\"tolerations\":[{\"key\":\"k\",\"value\":\"v\"}]", "spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds")]
    [InlineData(Gated, Plain + ",\"schedulingGates\":[{\"name\":\"g\"},{\"name\":\"h\"}]", "spec.schedulingGates[1].name: Forbidden: only deletion is allowed, but found new scheduling gate 'h'")]
    [InlineData(Gated + ",\"nodeSelector\":{\"a\":\"b\"}", Gated + ",\"nodeSelector\":{\"a\":\"c\"}", "spec.nodeSelector: Invalid value: {\"a\":\"c\"}: only additions to spec.nodeSelector are allowed (no mutations or deletions)")]
    [InlineData(Needing, Gated, "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms: Invalid value: null: no additions/deletions to non-empty NodeSelectorTerms list are allowed")]
    public void An_update_that_changes_them_otherwise_is_refused(string old, string sent, string causes) => Assert.Equal(causes.Split('|'), Updated(old, sent));

    [Fact]
    public void A_changed_term_of_a_gated_pod_is_shown_as_the_server_keeps_it()
    {
        string sent = Needing.Replace("\"operator\":\"Exists\"", "\"operator\":\"DoesNotExist\"", StringComparison.Ordinal);
        Assert.Equal(
            ["spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0]: Invalid value: "
                + "{\"MatchExpressions\":[{\"Key\":\"k\",\"Operator\":\"DoesNotExist\",\"Values\":null}],\"MatchFields\":null}: only additions are allowed (no mutations or deletions)"],
            Updated(Needing, sent));
    }

    [Theory]
    [InlineData("host-and-grace", "\"hostNetwork\":true,\"terminationGracePeriodSeconds\":5")]
    [InlineData("ephemeral-container", "\"ephemeralContainers\":[{\"name\":\"dbg\",\"image\":\"busybox\"}]")]
    [InlineData("config-map", "\"volumes\":[{\"name\":\"v\",\"configMap\":{\"name\":\"c\",\"items\":[{\"key\":\"k\",\"path\":\"p\"}]}}]")]
    public void Any_other_change_is_refused_with_what_it_is(string difference, string sent)
    {
        string expected = File.ReadAllText(Repository.PathOf("tests", "Webhooks.Tests", "Sandbox", "Validation", "PodDiff", "Data", difference + ".diff"));
        Assert.Equal([ChangedSpec + expected], Updated(Plain, Plain + "," + sent));
    }

    [Fact]
    public void The_gates_of_a_pod_allow_no_change_elsewhere() =>
        Assert.Contains("+   \"TopologyKey\": \"\",\n", string.Concat(Updated(Gated, Gated + ",\"topologySpreadConstraints\":[{}]")), StringComparison.Ordinal);

    [Fact]
    public void Ephemeral_containers_are_added_and_stay_as_they_are()
    {
        const string One = Plain + ",\"ephemeralContainers\":[{\"name\":\"d\",\"image\":\"i\"}]";
        const string Two = Plain + ",\"ephemeralContainers\":[{\"name\":\"e\",\"image\":\"i\",\"targetContainerName\":\"a\"},{\"name\":\"d\",\"image\":\"i\"}]";
        Assert.Empty(Part("ephemeralcontainers", One, Two));
        Assert.Equal(
            ["spec.ephemeralContainers: Forbidden: existing ephemeral containers \"e\" may not be removed\n"], Part("ephemeralcontainers", Two, One));
        Assert.Equal(
            ["spec.ephemeralContainers: Forbidden: existing ephemeral containers \"d\" may not be changed\n"
                + "@@ -1,6 +1,6 @@\n {\n  \"Name\": \"d\",\n- \"Image\": \"i\",\n+ \"Image\": \"j:1\",\n  \"Command\": null,\n  \"Args\": null,\n  \"WorkingDir\": \"\",\n"
                + "@@ -23,7 +23,7 @@\n  \"Lifecycle\": null,\n  \"TerminationMessagePath\": \"/dev/termination-log\",\n  \"TerminationMessagePolicy\": \"File\",\n"
                + "- \"ImagePullPolicy\": \"Always\",\n+ \"ImagePullPolicy\": \"IfNotPresent\",\n  \"SecurityContext\": null,\n  \"Stdin\": false,\n  \"StdinOnce\": false,\n"],
            Part("ephemeralcontainers", One, Plain + ",\"ephemeralContainers\":[{\"name\":\"d\",\"image\":\"j:1\"}]"));
    }

    [Theory]
    [InlineData("{\"name\":\"a\",\"image\":\"i\"}", "name: Duplicate value: \"a\"")]
    [InlineData("{\"name\":\"d\",\"image\":\"i\",\"targetContainerName\":\"d\"}", "targetContainerName: Not found: \"d\"")]
    [InlineData("{\"name\":\"d\",\"image\":\"i\",\"ports\":[{\"containerPort\":1}]}", "ports: Forbidden: cannot be set for an Ephemeral Container")]
    [InlineData("{\"name\":\"d\",\"image\":\"i\",\"lifecycle\":{\"stopSignal\":\"SIGHUP\"}}", "lifecycle: Forbidden: cannot be set for an Ephemeral Container")]
    public void An_ephemeral_container_is_promised_nothing(string container, string cause) =>
        Assert.Equal(["spec.ephemeralContainers[0]." + cause], Part("ephemeralcontainers", Plain, $"{Plain},\"ephemeralContainers\":[{container}]"));

    [Fact]
    public void A_write_of_ephemeral_containers_or_resources_changes_nothing_else()
    {
        JsonValue old = Known(Plain);
        JsonValue sent = Known("\"hostNetwork\":true,\"containers\":[{\"name\":\"a\",\"image\":\"other\",\"resources\":{\"limits\":{\"cpu\":\"1\"}}}],\"ephemeralContainers\":[{\"name\":\"d\",\"image\":\"i\"}]");
        JsonDraft expected = new(old);
        expected.Child("spec").SetOrRemove("ephemeralContainers", sent["spec"u8]["ephemeralContainers"u8]);
        Assert.True(JsonEquality.AreEqual(expected.Freeze(), PodParts.WithEphemeralContainers(sent, old).Freeze()));

        expected = new(old);
        expected.Child("spec").List("containers")[0].SetJson("resources", "{\"limits\":{\"cpu\":\"1\"},\"requests\":{\"cpu\":\"1\"}}");
        Assert.True(JsonEquality.AreEqual(expected.Freeze(), PodParts.WithResources(sent, old).Freeze()));
    }

    [Theory]
    [InlineData("{\"requests\":{\"cpu\":\"1\"}}", "{\"requests\":{\"cpu\":\"2\",\"memory\":\"1\"}}", "")]
    [InlineData("{\"requests\":{\"cpu\":\"1\"}}", "{\"requests\":{\"memory\":\"1\"}}", "spec.containers[0].resources.requests: Forbidden: resource requests cannot be removed")]
    [InlineData("{\"requests\":{\"cpu\":\"1\"}}", "{\"requests\":{\"cpu\":\"1\",\"ephemeral-storage\":\"1\"}}", "spec: Forbidden: only cpu and memory resources are mutable")]
    [InlineData("{}", "{\"requests\":{\"cpu\":\"1\"}}", "spec: Invalid value: \"BestEffort\": Pod QOS Class may not change as a result of resizing")]
    public void A_resize_changes_how_much_containers_have(string old, string sent, string cause)
    {
        static string With(string resources) => $"\"containers\":[{{\"name\":\"a\",\"image\":\"i\",\"resources\":{resources}}}]";
        Assert.Equal(cause.Length == 0 ? [] : [cause], Part("resize", With(old), With(sent)));
    }

    [Theory]
    [InlineData("{\"name\":\"v\",\"emptyDir\":{},\"configMap\":{\"name\":\"c\"}}", "spec.volumes[0].configMap: Forbidden: may not specify more than 1 volume type")]
    [InlineData("{\"name\":\"v\",\"cephfs\":{\"monitors\":[\"m\"]},\"emptyDir\":{},\"downwardAPI\":{}}", "spec.volumes[0].cephFS: Forbidden: may not specify more than 1 volume type|spec.volumes[0].downwarAPI: Forbidden: may not specify more than 1 volume type")]
    [InlineData("{\"emptyDir\":{},\"secret\":{\"secretName\":\"s\"}}", "spec.volumes[0].secret: Forbidden: may not specify more than 1 volume type|spec.volumes[0].name: Required value")]
    public void A_volume_has_one_source(string volume, string causes) =>
        Assert.Equal(causes.Split('|'), Texts(ObjectValidation.OnCreate(Pods, Known($"{Plain},\"volumes\":[{volume}]"))));

    [Fact]
    public void A_volume_that_defaults_have_not_seen_needs_a_source() =>
        Assert.Equal(
            ["spec.volumes[0]: Required value: must specify a volume type"],
            Texts(ObjectValidation.OnCreate(Pods, JsonTree.Parse($"{{\"metadata\":{{\"name\":\"x\",\"namespace\":\"n\"}},\"spec\":{{{Plain},\"volumes\":[{{\"name\":\"v\"}}]}}}}").Root)));

    private static string[] Updated(string old, string sent) => Texts(ObjectValidation.OnUpdate(Pods, Known(sent), Known(old)));

    private static string[] Part(string subresource, string old, string sent) =>
        Texts(ObjectValidation.OnSubresourceUpdate(Pods, subresource, Known(sent), Known(old)));

    private static string[] Texts(IReadOnlyList<StatusCause> causes) => [.. causes.Select(cause => cause.ToString())];

    private static JsonValue Known(string spec)
    {
        JsonDraft draft = new(NormalForm.Of(DecodeTargets.Of(Pods), JsonTree.Parse($"{{\"metadata\":{{\"name\":\"x\",\"namespace\":\"n\",\"resourceVersion\":\"1\"}},\"spec\":{{{spec}}}}}").Root));
        draft.Child("status").SetText("qosClass", "BestEffort");
        return ObjectDefaults.Fill(Pods, draft.Freeze());
    }
}
