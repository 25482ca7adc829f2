using Xunit;
using static Webhooks.Tests.PodSecurity.PodParts;

namespace Webhooks.Tests.PodSecurity;

public sealed class BaselineCheckTests
{
    private const string Context = "containers[0].securityContext.";

    [Theory]
    [InlineData("privileged", "{privileged: §true}", "privileged: privileged (container \"a\" must not set securityContext.privileged=true)")]
    [InlineData(
        "capabilities_baseline",
        "{capabilities: {add: [CHOWN, §NET_RAW]}}",
        "capabilities.add[1]: non-default capabilities (container \"a\" must not include \"NET_RAW\" in securityContext.capabilities.add)")]
    [InlineData(
        "capabilities_baseline",
        "{capabilities: {add: [§CAP_CHOWN]}}",
        "capabilities.add[0]: non-default capabilities (container \"a\" must not include \"CAP_CHOWN\" in securityContext.capabilities.add)")]
    [InlineData(
        "appArmorProfile",
        "{appArmorProfile: {type: §Unconfined}}",
        "appArmorProfile.type: forbidden AppArmor profile (container \"a\" must not set AppArmor profile type to \"Unconfined\")")]
    [InlineData(
        "seLinuxOptions",
        "{seLinuxOptions: {type: §spc_t, level: s0}}",
        "seLinuxOptions.type: seLinuxOptions (container \"a\" set forbidden securityContext.seLinuxOptions: type \"spc_t\")")]
    [InlineData(
        "seLinuxOptions",
        "{seLinuxOptions: {user: §system_u}}",
        "seLinuxOptions.user: seLinuxOptions (container \"a\" set forbidden securityContext.seLinuxOptions: user may not be set)")]
    [InlineData(
        "seLinuxOptions",
        "{seLinuxOptions: {role: §system_r}}",
        "seLinuxOptions.role: seLinuxOptions (container \"a\" set forbidden securityContext.seLinuxOptions: role may not be set)")]
    [InlineData("procMount", "{procMount: §Unmasked}", "procMount: procMount (container \"a\" must not set securityContext.procMount to \"Unmasked\")")]
    [InlineData(
        "seccompProfile_baseline",
        "{seccompProfile: {type: §Unconfined}}",
        "seccompProfile.type: seccompProfile (container \"a\" must not set securityContext.seccompProfile.type to \"Unconfined\")")]
    [InlineData(
        "seccompProfile_baseline",
        "{seccompProfile: §{}}",
        "seccompProfile.type: seccompProfile (container \"a\" must not set securityContext.seccompProfile.type to \"\")")]
    [InlineData(
        "windowsHostProcess",
        "{windowsOptions: {hostProcess: §true}}",
        "windowsOptions.hostProcess: hostProcess (container \"a\" must not set securityContext.windowsOptions.hostProcess=true)")]
    public void Security_contexts(string check, string context, string message) => Forbids(check, Container(context), Context + message);

    [Theory]
    [InlineData("privileged", "{privileged: false}")]
    [InlineData("privileged", "{privileged: null}")]
    [InlineData("capabilities_baseline", "{capabilities: {add: [AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD]}}")]
    [InlineData("capabilities_baseline", "{capabilities: {add: [NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP, SETUID, SYS_CHROOT], drop: [NET_RAW]}}")]
    [InlineData("appArmorProfile", "{appArmorProfile: {type: RuntimeDefault}}")]
    [InlineData("appArmorProfile", "{appArmorProfile: {type: Localhost, localhostProfile: p}}")]
    [InlineData("seLinuxOptions", "{seLinuxOptions: {type: container_t, user: '', role: '', level: s0}}")]
    [InlineData("seLinuxOptions", "{seLinuxOptions: {type: container_init_t}}")]
    [InlineData("seLinuxOptions", "{seLinuxOptions: {type: container_kvm_t}}")]
    [InlineData("seLinuxOptions", "{seLinuxOptions: {type: container_engine_t}}")]
    [InlineData("procMount", "{procMount: Default}")]
    [InlineData("procMount", "{procMount: null}")]
    [InlineData("seccompProfile_baseline", "{seccompProfile: {type: RuntimeDefault}}")]
    [InlineData("seccompProfile_baseline", "{seccompProfile: {type: Localhost, localhostProfile: p}}")]
    [InlineData("windowsHostProcess", "{windowsOptions: {hostProcess: false}}")]
    public void Security_contexts_that_are_fine(string check, string context)
    {
        Allows(check, Container(context));
        Allows(check, "containers: [{name: a}]");
    }

    [Theory]
    [InlineData("appArmorProfile", "{appArmorProfile: {type: §Unconfined}}", "appArmorProfile.type: forbidden AppArmor profile (pod must not set AppArmor profile type to \"Unconfined\")")]
    [InlineData("seLinuxOptions", "{seLinuxOptions: {type: §spc_t}}", "seLinuxOptions.type: seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type \"spc_t\")")]
    [InlineData(
        "seccompProfile_baseline",
        "{seccompProfile: {type: §Unconfined}}",
        "seccompProfile.type: seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")")]
    [InlineData("windowsHostProcess", "{windowsOptions: {hostProcess: §true}}", "windowsOptions.hostProcess: hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)")]
    [InlineData("sysctls", "{sysctls: [{name: kernel.shm_rmid_forced}, {name: §kernel.msgmax, value: '1'}]}", "sysctls[1].name: forbidden sysctls (kernel.msgmax); remove it")]
    public void Security_contexts_of_the_pod(string check, string context, string message) =>
        Forbids(check, $"securityContext: {context}", "securityContext." + message);

    [Theory]
    [InlineData("kernel.shm_rmid_forced")]
    [InlineData("net.ipv4.ip_local_port_range")]
    [InlineData("net.ipv4.tcp_syncookies")]
    [InlineData("net.ipv4.ping_group_range")]
    [InlineData("net.ipv4.ip_unprivileged_port_start")]
    [InlineData("net.ipv4.ip_local_reserved_ports")]
    [InlineData("net.ipv4.tcp_keepalive_time")]
    [InlineData("net.ipv4.tcp_fin_timeout")]
    [InlineData("net.ipv4.tcp_keepalive_intvl")]
    [InlineData("net.ipv4.tcp_keepalive_probes")]
    [InlineData("net.ipv4.tcp_rmem")]
    [InlineData("net.ipv4.tcp_wmem")]
    public void Sysctls_that_are_safe(string name) => Allows("sysctls", $"securityContext: {{sysctls: [{{name: {name}, value: '1'}}]}}");

    [Fact]
    public void A_pod_and_its_containers_are_judged_each() => Forbids(
        "seccompProfile_baseline",
        "securityContext: {seccompProfile: {type: §Unconfined}}\ncontainers: [{name: a}, {name: b, securityContext: {seccompProfile: {type: §Unconfined}}}]",
        "securityContext.seccompProfile.type: seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")",
        "containers[1].securityContext.seccompProfile.type: seccompProfile (container \"b\" must not set securityContext.seccompProfile.type to \"Unconfined\")");

    [Fact]
    public void Host_namespaces()
    {
        Forbids(
            "hostNamespaces",
            "hostNetwork: §true\nhostPID: §true\nhostIPC: §true",
            "hostNetwork: host namespaces (hostNetwork=true); remove it",
            "hostPID: host namespaces (hostPID=true); remove it",
            "hostIPC: host namespaces (hostIPC=true); remove it");
        Allows("hostNamespaces", "hostNetwork: false\nhostPID: null\nshareProcessNamespace: true");
    }

    [Fact]
    public void Host_ports()
    {
        Forbids(
            "hostPorts",
            "containers:\n- name: a\n  ports:\n  - {containerPort: 1}\n  - {containerPort: 2, hostPort: §8080}\n  - {containerPort: 3, hostPort: 0}\n",
            "containers[0].ports[1].hostPort: hostPort (container \"a\" uses hostPort 8080); remove it");
        Allows("hostPorts", "containers: [{name: a, ports: [{containerPort: 1, hostPort: null}]}, {name: b}]");
    }

    [Fact]
    public void Host_path_volumes()
    {
        Forbids(
            "hostPathVolumes",
            "volumes:\n- name: logs\n  hostPath: §{path: /var/log}\n- {name: b, emptyDir: {}}\n",
            "volumes[0].hostPath: hostPath volumes (volume \"logs\"); take another kind of volume, such as emptyDir");
        Allows("hostPathVolumes", "volumes: [{name: a}, {name: b, hostPath: null}, {name: c, configMap: {name: c}}]");
    }

    [Theory]
    [InlineData("livenessProbe", "httpGet")]
    [InlineData("livenessProbe", "tcpSocket")]
    [InlineData("readinessProbe", "httpGet")]
    [InlineData("readinessProbe", "tcpSocket")]
    [InlineData("startupProbe", "httpGet")]
    [InlineData("startupProbe", "tcpSocket")]
    [InlineData("lifecycle.postStart", "httpGet")]
    [InlineData("lifecycle.postStart", "tcpSocket")]
    [InlineData("lifecycle.preStop", "httpGet")]
    [InlineData("lifecycle.preStop", "tcpSocket")]
    public void Hosts_of_probes_and_hooks(string handler, string kind)
    {
        Forbids(
            "hostProbesAndHostLifecycle",
            "containers: [{name: a, " + Nested(handler, $"{{{kind}: {{port: 80, host: §10.0.0.1}}}}") + "}]",
            $"containers[0].{handler}.{kind}.host: probe or lifecycle host (container \"a\" uses probe or lifecycle host \"10.0.0.1\"); remove it, the default is the pod");
        Allows("hostProbesAndHostLifecycle", "containers: [{name: a, " + Nested(handler, $"{{{kind}: {{port: 80, host: ''}}}}") + "}]");
        Allows("hostProbesAndHostLifecycle", "containers: [{name: a, " + Nested(handler, $"{{{kind}: {{port: 80}}}}") + "}]");
    }

    [Theory]
    [InlineData("unconfined", false)]
    [InlineData("runtime/other", false)]
    [InlineData("runtime/default", true)]
    [InlineData("localhost/profile", true)]
    [InlineData("", true)]
    public void Annotations_for_AppArmor(string value, bool allowed)
    {
        const string key = "container.apparmor.security.beta.kubernetes.io/a";
        string text = $"metadata: {{annotations: {{other: unconfined, {key}: §\"{value}\"}}}}";
        if (allowed)
        {
            Allows("appArmorProfile", text.Replace("§", "", StringComparison.Ordinal));
            return;
        }

        Forbids(
            "appArmorProfile",
            text,
            $"metadata.annotations[{key}]: forbidden AppArmor profile (annotation must not set AppArmor profile type to \"{key}=\"{value}\"\")");
    }

    /// <summary>Kubernetes reads them no longer.</summary>
    [Fact]
    public void Annotations_for_seccomp_are_not_judged() =>
        Allows("seccompProfile_baseline", "metadata: {annotations: {seccomp.security.alpha.kubernetes.io/pod: unconfined}}");

    private static string Nested(string path, string value) =>
        path.Split('.') is [var outer, var inner] ? $"{outer}: {{{inner}: {value}}}" : $"{path}: {value}";
}
