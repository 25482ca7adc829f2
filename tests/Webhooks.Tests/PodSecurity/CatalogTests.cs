using Webhooks.Admission.PodSecurity;
using Xunit;
using static Webhooks.Admission.PodSecurity.PodSecurityLevel;
using static Webhooks.Tests.PodSecurity.PodParts;

namespace Webhooks.Tests.PodSecurity;

public sealed class CatalogTests
{
    private const string Hardened = """
        securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
        containers:
        - name: a
          image: i
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
        volumes:
        - {name: data, emptyDir: {}}
        """;

    /// <summary>The checks of k8s.io/pod-security-admission/policy 0.36 that apply at version latest, and what each overrides.</summary>
    private static readonly (string Id, PodSecurityLevel Level, string? Overrides)[] Published =
    [
        ("allowPrivilegeEscalation", Restricted, null),
        ("appArmorProfile", Baseline, null),
        ("capabilities_baseline", Baseline, null),
        ("capabilities_restricted", Restricted, "capabilities_baseline"),
        ("hostNamespaces", Baseline, null),
        ("hostPathVolumes", Baseline, null),
        ("hostPorts", Baseline, null),
        ("hostProbesAndHostLifecycle", Baseline, null),
        ("privileged", Baseline, null),
        ("procMount", Baseline, null),
        ("procMount_restricted", Restricted, "procMount"),
        ("restrictedVolumes", Restricted, "hostPathVolumes"),
        ("runAsNonRoot", Restricted, null),
        ("runAsUser", Restricted, null),
        ("seLinuxOptions", Baseline, null),
        ("seccompProfile_baseline", Baseline, null),
        ("seccompProfile_restricted", Restricted, "seccompProfile_baseline"),
        ("sysctls", Baseline, null),
        ("windowsHostProcess", Baseline, null),
    ];

    [Fact]
    public void Every_check_of_Kubernetes_is_in_the_catalog_at_its_level() => Assert.Equal(
        Published, PodSecurityCatalog.Checks.Select(check => (check.Id, check.Level, check.Overrides)).OrderBy(check => check.Id, StringComparer.Ordinal));

    [Fact]
    public void A_check_stands_behind_the_one_that_it_overrides()
    {
        string[] ids = [.. PodSecurityCatalog.Checks.Select(check => check.Id)];
        Assert.All(
            PodSecurityCatalog.Checks.Where(check => check.Overrides != null),
            check => Assert.InRange(Array.IndexOf(ids, check.Overrides), 0, Array.IndexOf(ids, check.Id) - 1));
    }

    [Fact]
    public void A_hardened_container_breaks_nothing() => Assert.Empty(ChecksBroken(Hardened, Restricted));

    [Fact]
    public void A_plain_container_breaks_what_must_be_set()
    {
        const string plain = "containers: [{name: a, image: i}]";
        Assert.Empty(ChecksBroken(plain, Baseline));
        Assert.Equal(["allowPrivilegeEscalation", "capabilities_restricted", "runAsNonRoot", "seccompProfile_restricted"], ChecksBroken(plain, Restricted));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("volumes: [{name: data}]\nmetadata: {labels: {a: b}}")]
    [InlineData("containers: null\ninitContainers: []\nsecurityContext: null")]
    public void A_part_without_containers_breaks_nothing(string yaml) => Assert.Empty(ChecksBroken(yaml, Restricted));

    [Fact]
    public void The_container_that_stands_for_all_does_not_run() =>
        Assert.Empty(ChecksBroken("containers: [{name: '*', env: [{name: A, value: b}]}]\ninitContainers: [{name: '*'}]", Restricted));

    [Fact]
    public void Init_containers_and_ephemeral_containers_are_judged_too() => Forbids(
        "privileged",
        """
        containers:
        - {name: c, securityContext: {privileged: false}}
        initContainers:
        - name: i
          securityContext:
            privileged: §true
        ephemeralContainers:
        - {name: e, securityContext: {privileged: §true}}
        """,
        "initContainers[0].securityContext.privileged: privileged (container \"i\" must not set securityContext.privileged=true)",
        "ephemeralContainers[0].securityContext.privileged: privileged (container \"e\" must not set securityContext.privileged=true)");

    /// <summary>They may not set these fields at all.</summary>
    [Theory]
    [InlineData("os: {name: windows}\n", false)]
    [InlineData("", true)]
    public void Windows_pods_are_spared_what_Windows_has_not(string os, bool isWindows)
    {
        Assert.Equal(["runAsNonRoot"], ChecksBroken(os + "containers: [{name: a}]", Restricted, isWindows));
        Assert.Equal(
            ["capabilities_baseline", "seccompProfile_baseline", "windowsHostProcess", "runAsNonRoot"],
            ChecksBroken(
                os + Container("{capabilities: {add: [SYS_ADMIN]}, seccompProfile: {type: Unconfined}, windowsOptions: {hostProcess: true}}"),
                Restricted,
                isWindows));
    }

    [Fact]
    public void Linux_pods_are_spared_nothing() => Assert.Equal(4, ChecksBroken("os: {name: linux}\ncontainers: [{name: a}]", Restricted).Count());

    [Fact]
    public void Pods_with_users_of_their_own_may_be_root_inside()
    {
        string root = Container("{runAsUser: 0, procMount: Unmasked, allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: Localhost}}");
        Assert.Equal(["procMount", "runAsNonRoot", "runAsUser"], ChecksBroken("hostUsers: true\n" + root, Restricted));
        Assert.Equal(["procMount_restricted"], ChecksBroken("hostUsers: false\n" + root, Restricted));
        Assert.Empty(ChecksBroken("hostUsers: false\n" + root, Baseline));
    }

    [Fact]
    public void What_baseline_forbids_is_not_said_again_for_restricted() => Assert.Equal(
        ["hostPathVolumes", "capabilities_baseline", "procMount", "seccompProfile_baseline"],
        ChecksBroken(
            """
            securityContext: {runAsNonRoot: true}
            containers:
            - name: a
              securityContext:
                allowPrivilegeEscalation: false
                capabilities: {add: [SYS_ADMIN], drop: [ALL]}
                procMount: Unmasked
                seccompProfile: {type: Unconfined}
            volumes: [{name: v, hostPath: {path: /}}]
            """,
            Restricted));

    [Fact]
    public void Long_names_are_cut() => Assert.All(
        Found("capabilities_baseline", Container($"{{capabilities: {{add: [{new string('x', 5000)}]}}}}")), message => Assert.InRange(message.Length, 1, 400));
}
