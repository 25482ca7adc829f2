using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class PodSecurityRulesTests
{
    private const string Range = "must be between 0 and 2147483647, inclusive";
    private const string Windows = "Forbidden: cannot be set for a windows pod; remove it, or change injection.os";
    private const string Linux = "Forbidden: windows options cannot be set for a linux pod; remove it, or change injection.os";
    private const string Sysctl = "must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$";

    [Theory]
    [InlineData("{runAsUser: §-1}", "runAsUser: Invalid value: -1: " + Range)]
    [InlineData("{runAsGroup: §2147483648}", "runAsGroup: Invalid value: 2147483648: " + Range)]
    [InlineData("{fsGroup: §-5}", "fsGroup: Invalid value: -5: " + Range)]
    [InlineData("{supplementalGroups: [1, §-1]}", "supplementalGroups[1]: Invalid value: -1: " + Range)]
    [InlineData("{supplementalGroups: [§wheel]}", "supplementalGroups[0]: must be an integer")]
    [InlineData("{supplementalGroupsPolicy: §strict}", "supplementalGroupsPolicy: Unsupported value: \"strict\": supported values: \"Merge\", \"Strict\"; did you mean \"Strict\"?")]
    [InlineData("{fsGroupChangePolicy: §Never}", "fsGroupChangePolicy: Unsupported value: \"Never\": supported values: \"Always\", \"OnRootMismatch\"")]
    [InlineData("{seLinuxChangePolicy: §MountOption}", "seLinuxChangePolicy: Invalid value: \"MountOption\": is taken only where the feature gate SELinuxMount is on; remove it: there it is the default")]
    [InlineData("{seLinuxChangePolicy: §None}", "seLinuxChangePolicy: Unsupported value: \"None\": supported values: \"Recursive\"")]
    [InlineData("{seccompProfile: §{type: Localhost}}", "seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost")]
    [InlineData("{appArmorProfile: {type: §Default}}", "appArmorProfile.type: Unsupported value: \"Default\": supported values: \"Localhost\", \"RuntimeDefault\", \"Unconfined\"")]
    [InlineData("{windowsOptions: {runAsUserName: §''}}", "windowsOptions.runAsUserName: Invalid value: \"\": runAsUserName cannot be an empty string")]
    [InlineData("{§privileged: true}", "privileged: unknown field")]
    [InlineData("{sysctls: [§{value: '1'}]}", "sysctls[0].name: Required value")]
    [InlineData("{sysctls: [{name: kernel.shmmax, value: §1}]}", "sysctls[0].value: must be a string, not the number 1; put quotes around it")]
    [InlineData("{sysctls: [{name: §Kernel.sem, value: '1'}]}", "sysctls[0].name: Invalid value: \"Kernel.sem\": " + Sysctl)]
    [InlineData("{sysctls: [{name: §kernel..sem, value: '1'}]}", "sysctls[0].name: Invalid value: \"kernel..sem\": " + Sysctl)]
    [InlineData(
        "{sysctls: [{name: kernel.sem, value: '1'}, {name: §kernel.sem, value: '2'}]}",
        "sysctls[1].name: Duplicate value: \"kernel.sem\"; securityContext.sysctls[0].name has it too, change one of them")]
    [InlineData(
        "{sysctls: [{name: §net.core.somaxconn, value: '1'}]}",
        "sysctls[0].name: Invalid value: \"net.core.somaxconn\": may not be specified when 'hostNetwork' is true; set injection.hostNetwork: skip to leave out such pods")]
    public void Pod_security_contexts(string context, string message) => Refuses("securityContext: " + context, "securityContext." + message);

    [Theory]
    [InlineData("securityContext: {runAsUser: 0, runAsGroup: 2147483647, runAsNonRoot: false, fsGroup: 0, supplementalGroups: [1, 1], supplementalGroupsPolicy: Merge}")]
    [InlineData("securityContext: {fsGroupChangePolicy: OnRootMismatch, seLinuxChangePolicy: Recursive, seLinuxOptions: {level: s0}, seccompProfile: {type: RuntimeDefault}}")]
    [InlineData("securityContext: {sysctls: [{name: kernel.shm_rmid_forced, value: '1'}, {name: net/ipv4/a-b, value: ''}]}\ninjection: {hostNetwork: skip}")]
    [InlineData("securityContext: {windowsOptions: {runAsUserName: ContainerUser}}\ninjection: {os: windows}")]
    [InlineData("securityContext: {windowsOptions: {hostProcess: null}}\ncontainers: [{name: a, image: i}]\ninjection: {os: windows}")]
    [InlineData("shareProcessNamespace: false")]
    public void Pod_security_contexts_that_are_fine(string template) => Accepts(template);

    [Theory]
    [InlineData("shareProcessNamespace", "shareProcessNamespace", "false")]
    [InlineData("securityContext: {runAsUser", "securityContext.runAsUser", "0}")]
    [InlineData("securityContext: {runAsGroup", "securityContext.runAsGroup", "0}")]
    [InlineData("securityContext: {fsGroup", "securityContext.fsGroup", "0}")]
    [InlineData("securityContext: {fsGroupChangePolicy", "securityContext.fsGroupChangePolicy", "Always}")]
    [InlineData("securityContext: {supplementalGroups", "securityContext.supplementalGroups", "[]}")]
    [InlineData("securityContext: {supplementalGroupsPolicy", "securityContext.supplementalGroupsPolicy", "Merge}")]
    [InlineData("securityContext: {sysctls", "securityContext.sysctls", "[]}")]
    [InlineData("securityContext: {seLinuxOptions", "securityContext.seLinuxOptions", "{}}")]
    [InlineData("securityContext: {seLinuxChangePolicy", "securityContext.seLinuxChangePolicy", "Recursive}")]
    [InlineData("securityContext: {seccompProfile", "securityContext.seccompProfile", "{type: RuntimeDefault}}")]
    [InlineData("securityContext: {appArmorProfile", "securityContext.appArmorProfile", "{type: RuntimeDefault}}")]
    [InlineData("containers: [{name: a, image: i, securityContext: {runAsUser", "containers[0].securityContext.runAsUser", "0}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {runAsGroup", "containers[0].securityContext.runAsGroup", "0}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {capabilities", "containers[0].securityContext.capabilities", "{}}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {privileged", "containers[0].securityContext.privileged", "false}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {procMount", "containers[0].securityContext.procMount", "Default}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {allowPrivilegeEscalation", "containers[0].securityContext.allowPrivilegeEscalation", "false}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {readOnlyRootFilesystem", "containers[0].securityContext.readOnlyRootFilesystem", "true}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {seLinuxOptions", "containers[0].securityContext.seLinuxOptions", "{}}}]")]
    [InlineData("containers: [{name: a, image: i, securityContext: {seccompProfile", "containers[0].securityContext.seccompProfile", "{type: Unconfined}}}]")]
    [InlineData("initContainers: [{name: a, image: i, securityContext: {appArmorProfile", "initContainers[0].securityContext.appArmorProfile", "{type: Unconfined}}}]")]
    public void What_only_linux_has(string start, string path, string value)
    {
        Refuses($"{start}: §{value}\ninjection: {{os: windows}}", $"{path}: {Windows}");
        Accepts($"{start}: {value}\ninjection: {{os: linux}}");
        Accepts($"{start}: {value}");
    }

    [Fact]
    public void What_only_windows_has() => Refuses(
        """
        injection: {os: linux}
        securityContext: {windowsOptions: §{}}
        containers: [{name: a, image: i, securityContext: {windowsOptions: §{runAsUserName: a}}}]
        """,
        "securityContext.windowsOptions: " + Linux,
        "containers[0].securityContext.windowsOptions: " + Linux);

    [Fact]
    public void The_nodes_are_of_the_pods_operating_system()
    {
        Refuses(
            "injection: {os: linux}\nnodeSelector: {kubernetes.io/os: §windows}",
            "nodeSelector[kubernetes.io/os]: Invalid value: \"windows\": contradicts injection.os: linux; remove one of them");
        Accepts("injection: {os: linux}\nnodeSelector: {kubernetes.io/os: linux}");
    }

    [Theory]
    [InlineData("securityContext: {windowsOptions: {hostProcess: §true}}", "")]
    [InlineData("securityContext: {windowsOptions: {hostProcess: §false}}", "")]
    [InlineData("containers: [{name: a, image: i, securityContext: {windowsOptions: {hostProcess: §true}}}]", "containers[0].")]
    [InlineData("initContainers: [{name: a, image: i, securityContext: {windowsOptions: {hostProcess: §true}}}]", "initContainers[0].")]
    public void Host_processes_are_up_to_workloads(string template, string path) => Refuses(
        template,
        $"{path}securityContext.windowsOptions.hostProcess: Forbidden: all containers of a pod are host processes or none, and only on the node's network; "
            + "leave it to the workload, whose pod says it for all containers");
}
