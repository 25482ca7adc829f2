using Xunit;
using static Webhooks.Tests.PodSecurity.PodParts;

namespace Webhooks.Tests.PodSecurity;

public sealed class RestrictedCheckTests
{
    private const string Context = "containers[0].securityContext.";
    private const string PodMaySet = "; fine where the workload's pod sets it";
    private const string MustDrop = "capabilities.drop: unrestricted capabilities (container \"a\" must set securityContext.capabilities.drop=[\"ALL\"])";
    private const string MustNotEscalate =
        "allowPrivilegeEscalation: allowPrivilegeEscalation != false (container \"a\" must set securityContext.allowPrivilegeEscalation=false)";

    private const string MustNotBeRoot =
        "runAsNonRoot: runAsNonRoot != true (pod or container \"a\" must set securityContext.runAsNonRoot=true)" + PodMaySet;

    private const string MustHaveProfile =
        "seccompProfile: seccompProfile (pod or container \"a\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")" + PodMaySet;

    [Theory]
    [InlineData("allowPrivilegeEscalation", "{allowPrivilegeEscalation: §true}", MustNotEscalate)]
    [InlineData("allowPrivilegeEscalation", "{allowPrivilegeEscalation: §null}", MustNotEscalate)]
    [InlineData("allowPrivilegeEscalation", "§{}", MustNotEscalate)]
    [InlineData("capabilities_restricted", "§{}", MustDrop)]
    [InlineData("capabilities_restricted", "{capabilities: §{}}", MustDrop)]
    [InlineData("capabilities_restricted", "{capabilities: {drop: §[NET_RAW, all]}}", MustDrop)]
    [InlineData(
        "capabilities_restricted",
        "{capabilities: {drop: [ALL], add: [NET_BIND_SERVICE, §CHOWN]}}",
        "capabilities.add[1]: unrestricted capabilities (container \"a\" must not include \"CHOWN\" in securityContext.capabilities.add)")]
    [InlineData(
        "runAsNonRoot", "{runAsNonRoot: §false}", "runAsNonRoot: runAsNonRoot != true (container \"a\" must not set securityContext.runAsNonRoot=false)")]
    [InlineData("runAsNonRoot", "§{}", MustNotBeRoot)]
    [InlineData("runAsUser", "{runAsUser: §0}", "runAsUser: runAsUser=0 (container \"a\" must not set runAsUser=0)")]
    [InlineData("seccompProfile_restricted", "§{}", MustHaveProfile)]
    public void Security_contexts(string check, string context, string message) => Forbids(check, Container(context), Context + message);

    [Theory]
    [InlineData("allowPrivilegeEscalation", MustNotEscalate)]
    [InlineData("capabilities_restricted", MustDrop)]
    [InlineData("runAsNonRoot", MustNotBeRoot)]
    [InlineData("seccompProfile_restricted", MustHaveProfile)]
    public void A_container_without_a_security_context(string check, string message) =>
        Forbids(check, "containers:\n- §name: a\n  image: i\n", Context + message);

    [Theory]
    [InlineData("allowPrivilegeEscalation", "{allowPrivilegeEscalation: false}")]
    [InlineData("capabilities_restricted", "{capabilities: {drop: [NET_RAW, ALL]}}")]
    [InlineData("capabilities_restricted", "{capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}")]
    [InlineData("runAsNonRoot", "{runAsNonRoot: true}")]
    [InlineData("runAsUser", "{runAsUser: 1}")]
    [InlineData("runAsUser", "{runAsUser: null}")]
    [InlineData("runAsUser", "{}")]
    [InlineData("seccompProfile_restricted", "{seccompProfile: {type: RuntimeDefault}}")]
    [InlineData("seccompProfile_restricted", "{seccompProfile: {type: Localhost, localhostProfile: p}}")]
    public void Security_contexts_that_are_fine(string check, string context) => Allows(check, Container(context));

    [Theory]
    [InlineData("runAsNonRoot", "runAsNonRoot: true")]
    [InlineData("seccompProfile_restricted", "seccompProfile: {type: RuntimeDefault}")]
    public void Containers_inherit_from_the_pod(string check, string field) =>
        Allows(check, $"securityContext: {{{field}}}\ncontainers: [{{name: a}}, {{name: b, securityContext: {{}}}}]\ninitContainers: [{{name: c}}]");

    [Theory]
    [InlineData("allowPrivilegeEscalation", "allowPrivilegeEscalation: false")]
    [InlineData("capabilities_restricted", "capabilities: {drop: [ALL]}")]
    public void What_a_pod_cannot_set_is_not_inherited(string check, string field) =>
        Assert.Single(Found(check, $"securityContext: {{{field}}}\ncontainers: [{{name: a}}]"));

    [Theory]
    [InlineData("runAsNonRoot", "runAsNonRoot: §null", MustNotBeRoot)]
    [InlineData("seccompProfile_restricted", "seccompProfile: §null", MustHaveProfile)]
    public void A_null_is_not_inherited(string check, string field, string message) => Forbids(
        check, $"securityContext: {{{field.Replace("§", "", StringComparison.Ordinal)}}}\ncontainers: [§{{name: a}}]", Context + message);

    [Fact]
    public void A_pod_that_is_wrong_is_one_fault_and_a_container_that_differs_another() => Forbids(
        "runAsNonRoot",
        "securityContext: {runAsNonRoot: §false}\ncontainers: [{name: a}, {name: b, securityContext: {runAsNonRoot: true}}, {name: c, securityContext: {runAsNonRoot: §false}}]",
        "securityContext.runAsNonRoot: runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)",
        "containers[2].securityContext.runAsNonRoot: runAsNonRoot != true (container \"c\" must not set securityContext.runAsNonRoot=false)");

    [Fact]
    public void Each_container_that_is_missing_something_is_named() => Forbids(
        "runAsNonRoot",
        "initContainers: [§{name: i}]\ncontainers: [{name: a, securityContext: {runAsNonRoot: true}}, §{name: b}]",
        "initContainers[0].securityContext.runAsNonRoot: runAsNonRoot != true (pod or container \"i\" must set securityContext.runAsNonRoot=true)" + PodMaySet,
        "containers[1].securityContext.runAsNonRoot: runAsNonRoot != true (pod or container \"b\" must set securityContext.runAsNonRoot=true)" + PodMaySet);

    [Fact]
    public void A_pod_that_is_root() =>
        Forbids("runAsUser", "securityContext: {runAsUser: §0}", "securityContext.runAsUser: runAsUser=0 (pod must not set runAsUser=0)");

    [Fact]
    public void An_unmasked_proc_in_a_pod_with_users_of_its_own() => Forbids(
        "procMount_restricted",
        "hostUsers: false\n" + Container("{procMount: §Unmasked}"),
        Context + "procMount: procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")");

    [Theory]
    [InlineData("configMap")]
    [InlineData("csi")]
    [InlineData("downwardAPI")]
    [InlineData("emptyDir")]
    [InlineData("ephemeral")]
    [InlineData("image")]
    [InlineData("persistentVolumeClaim")]
    [InlineData("projected")]
    [InlineData("secret")]
    public void Volumes_that_are_fine(string kind) => Allows("restrictedVolumes", $"volumes: [{{name: v, {kind}: {{}}}}, {{name: w}}, {{name: x, nfs: null}}]");

    [Theory]
    [InlineData("gcePersistentDisk")]
    [InlineData("awsElasticBlockStore")]
    [InlineData("gitRepo")]
    [InlineData("nfs")]
    [InlineData("iscsi")]
    [InlineData("glusterfs")]
    [InlineData("rbd")]
    [InlineData("flexVolume")]
    [InlineData("cinder")]
    [InlineData("cephfs")]
    [InlineData("flocker")]
    [InlineData("fc")]
    [InlineData("azureFile")]
    [InlineData("vsphereVolume")]
    [InlineData("quobyte")]
    [InlineData("azureDisk")]
    [InlineData("portworxVolume")]
    [InlineData("photonPersistentDisk")]
    [InlineData("scaleIO")]
    [InlineData("storageos")]
    public void Volumes_of_restricted_types(string kind) => Forbids(
        "restrictedVolumes",
        $"volumes: [{{name: v, {kind}: §{{}}}}]",
        $"volumes[0].{kind}: restricted volume types (volume \"v\" uses restricted volume type \"{kind}\"); mount a persistentVolumeClaim");
}
