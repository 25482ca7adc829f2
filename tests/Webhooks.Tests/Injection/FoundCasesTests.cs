using Webhooks.Admission.Injection;
using Webhooks.Admission.Merging;
using Xunit;

namespace Webhooks.Tests.Injection;

/// <summary>What the properties found, each as the smallest case that showed it.</summary>
public class FoundCasesTests
{
    [Fact]
    public void A_template_does_not_replace_what_another_brought_though_the_API_server_would_fill_it_in()
    {
        InjectionDecision decision = Pod(
            """{"initContainers":[{"name":"app"}]}""",
            ("agent", """{"initContainers":[{"name":"app","image":"nginx"}]}"""),
            ("logs", """{"initContainers":[{"name":"app","image":"nginx","imagePullPolicy":"IfNotPresent"}]}""")).Decide();
        Assert.Contains("\"/spec/initContainers/0/imagePullPolicy\",\"value\":\"Always\"", Patch(decision), StringComparison.Ordinal);
        Assert.DoesNotContain("IfNotPresent", Patch(decision), StringComparison.Ordinal);
        Assert.Equal(["logs: without initContainers[app].imagePullPolicy: template agent brings another"], decision.Warnings.Select(warning => warning.Text));
    }

    [Theory]
    [InlineData("[{\"initializer.kubernetes.io/agent\":\"true\"}]")]
    [InlineData("[null]")]
    [InlineData("\"true\"")]
    public void Annotations_of_another_form_ask_for_nothing(string annotations)
    {
        string pod = $"{{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{{\"annotations\":{annotations}}},\"spec\":{{}}}}";
        InjectionDecision decision = new InjectionCase(pod, [], NamespaceOptsIn: false).Decide();
        Assert.Equal([new TemplateOutcome(null, InjectionReason.NotRequested)], decision.Outcomes);
    }

    [Fact]
    public void Annotations_of_another_form_can_take_no_status()
    {
        const string PodWithList = """{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":[null]},"spec":{}}""";
        InjectionCase one = new(PodWithList, [("agent", """{"injection":{"default":true},"volumes":[{"name":"data"}]}""")], NamespaceOptsIn: true);
        Assert.Equal("/metadata/annotations: must be an object", Assert.Throws<ObjectFormatException>(() => one.Decide()).Message);
    }

    [Fact]
    public void A_container_does_not_get_its_own_hostPort_a_second_time()
    {
        InjectionDecision decision = Pod(
            """{"containers":[{"name":"app","image":"nginx","ports":[{"hostPort":9090,"containerPort":8080}]}]}""",
            ("agent", """{"containers":[{"name":"app","image":"nginx","tty":true,"ports":[{"hostPort":9090,"containerPort":9090}]}]}""")).Decide();
        Assert.DoesNotContain("9090", Patch(decision), StringComparison.Ordinal);
        Assert.Equal(["agent: without containers[app].ports[9090,TCP]: its container has that hostPort"], decision.Warnings.Select(warning => warning.Text));
    }

    [Theory] // The template's members stand in either order.
    [InlineData("\"restartPolicy\":\"Always\",\"ports\":[{\"containerPort\":8080}]")]
    [InlineData("\"ports\":[{\"containerPort\":8080}],\"restartPolicy\":\"Always\"")]
    public void The_port_of_an_init_container_that_becomes_a_sidecar_must_be_free(string members)
    {
        InjectionDecision decision = Pod(
            """{"initContainers":[{"name":"proxy"}],"containers":[{"name":"app","image":"nginx","ports":[{"containerPort":8080}]}]}""",
            ("agent", $"{{\"initContainers\":[{{\"name\":\"proxy\",\"image\":\"envoy\",{members}}}]}}")).Decide();
        Assert.DoesNotContain("8080", Patch(decision), StringComparison.Ordinal);
        Assert.Equal(["agent: without initContainers[proxy].ports[8080,TCP]: container app listens on it"], decision.Warnings.Select(warning => warning.Text));
    }

    [Fact]
    public void An_init_container_whose_own_port_is_taken_beside_it_does_not_become_a_sidecar()
    {
        InjectionDecision decision = Pod(
            """{"initContainers":[{"name":"init","ports":[{"containerPort":9090}]}],"containers":[{"name":"app","image":"nginx","ports":[{"containerPort":9090}]}]}""",
            ("agent", """{"initContainers":[{"name":"init","image":"envoy:1","restartPolicy":"Always","livenessProbe":{"exec":{"command":["true"]}}}]}""")).Decide();
        Assert.Contains("\"/spec/initContainers/0/image\"", Patch(decision), StringComparison.Ordinal);
        Assert.DoesNotContain("\"/spec/initContainers/0/restartPolicy\"", Patch(decision), StringComparison.Ordinal);
        Assert.DoesNotContain("\"/spec/initContainers/0/livenessProbe\"", Patch(decision), StringComparison.Ordinal);
        Assert.Equal(
            [
                "agent: without initContainers[init].restartPolicy: container app listens on it",
                "agent: without initContainers[init].livenessProbe: container app listens on it",
            ],
            decision.Warnings.Select(warning => warning.Text));
    }

    [Fact]
    public void An_init_container_that_must_not_restart_gets_no_probe_of_a_sidecar()
    {
        InjectionDecision decision = Pod(
            """{"initContainers":[{"name":"init","restartPolicy":"Never"}]}""",
            ("agent", """{"initContainers":[{"name":"init","image":"envoy:1","restartPolicy":"Always","startupProbe":{"exec":{"command":["true"]}}}]}""")).Decide();
        Assert.DoesNotContain("\"/spec/initContainers/0/startupProbe\"", Patch(decision), StringComparison.Ordinal);
    }

    [Fact]
    public void A_container_that_a_template_is_merged_into_does_not_get_what_is_for_all_at_a_second_look()
    {
        InjectionCase one = Pod(
            """{"containers":[{"name":"app","image":"nginx"}]}""",
            ("agent", """{"containers":[{"name":"app","image":"nginx","tty":true}]}"""),
            ("every", """{"containers":[{"name":"*","env":[{"name":"A","value":"1"}]}]}"""));
        InjectionDecision first = one.Decide();
        Assert.DoesNotContain("/env", Patch(first), StringComparison.Ordinal);
        InjectionDecision second = (one with { Workload = one.Result(first) }).Decide();
        Assert.Equal([InjectionReason.AlreadyInjected, InjectionReason.NothingToAdd], second.Outcomes.Select(outcome => outcome.Reason));
    }

    [Theory]
    [InlineData("nginx:1.27", "IfNotPresent", true)]
    [InlineData("nginx", "Always", true)]
    [InlineData("nginx", "IfNotPresent", false)]
    public void A_container_of_two_templates_is_the_same_with_the_pull_policy_that_the_API_server_fills_in(string image, string policy, bool isSame)
    {
        InjectionDecision decision = Pod(
            """{"containers":[{"name":"app"}]}""",
            ("agent", $"{{\"containers\":[{{\"name\":\"x\",\"image\":\"{image}\"}}]}}"),
            ("logs", $"{{\"containers\":[{{\"name\":\"x\",\"image\":\"{image}\",\"imagePullPolicy\":\"{policy}\"}}]}}")).Decide();
        Assert.Equal([InjectionReason.Injected, isSame ? InjectionReason.Injected : InjectionReason.NothingToAdd], decision.Outcomes.Select(outcome => outcome.Reason));
    }

    [Fact]
    public void Of_containers_of_one_name_only_the_first_gets_what_is_for_all()
    {
        InjectionDecision decision = Pod(
            """{"containers":[{"name":"app","image":"nginx"},{"name":"app","image":"nginx"},{"image":"nginx"},{"name":7},7]}""",
            ("every", """{"containers":[{"name":"*","env":[{"name":"A","value":"1"}]}]}""")).Decide();
        Assert.Contains("\"/spec/containers/0/env\"", Patch(decision), StringComparison.Ordinal);
        Assert.DoesNotContain("\"/spec/containers/1", Patch(decision), StringComparison.Ordinal);
        Assert.Contains("\\\"added\\\":[\\\"containers[app].env[A]\\\"]", Patch(decision), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void No_more_containers_than_any_pod_has_get_what_is_for_all(int count, bool doThey)
    {
        string containers = string.Join(',', Enumerable.Range(0, count).Select(number => $"{{\"name\":\"c{number}\"}}"));
        InjectionDecision decision = Pod(
            $"{{\"containers\":[{containers}]}}", ("every", """{"containers":[{"name":"*","env":[{"name":"A","value":"1"}]}]}""")).Decide();
        Assert.Equal([new TemplateOutcome("every", doThey ? InjectionReason.Injected : InjectionReason.NothingToAdd)], decision.Outcomes);
        Assert.Equal(
            doThey ? [] : ["every: without containers: it holds 1001 containers, and to no more than 1000 is something added each"],
            decision.Warnings.Select(warning => warning.Text));
    }

    [Theory]
    [InlineData("\"60\"")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void A_grace_period_of_another_form_is_left_alone(string seconds)
    {
        InjectionDecision decision = Pod(
            $"{{\"containers\":[],\"terminationGracePeriodSeconds\":{seconds}}}", ("agent", """{"terminationGracePeriodSeconds":60}""")).Decide();
        Assert.Equal([new TemplateOutcome("agent", InjectionReason.NothingToAdd)], decision.Outcomes);
    }

    [Theory]
    [InlineData("windows", """{"securityContext":{"runAsUser":1}}""", "securityContext.runAsUser")]
    [InlineData("windows", """{"shareProcessNamespace":true}""", "shareProcessNamespace")]
    [InlineData("windows", """{"initContainers":[{"name":"a","image":"i"},{"name":"b","image":"i","securityContext":{"privileged":false}}]}""", "initContainers[b].securityContext.privileged")]
    [InlineData("linux", """{"containers":[{"name":"a","image":"i","securityContext":{"windowsOptions":{"runAsUserName":"u"}}}]}""", "containers[a].securityContext.windowsOptions")]
    public void Pods_that_say_their_system_get_no_fields_of_another(string os, string config, string field)
    {
        InjectionDecision decision = Pod($"{{\"os\":{{\"name\":\"{os}\"}},\"containers\":[{{\"name\":\"app\",\"image\":\"nginx\"}}]}}", ("agent", config)).Decide();
        Assert.Equal([new TemplateOutcome("agent", InjectionReason.OsMismatch)], decision.Outcomes);
        Assert.Equal([$"agent: not injected: pods for {os} can't have {field}"], decision.Warnings.Select(warning => warning.Text));
    }

    [Theory]
    [InlineData("", """{"containers":[{"name":"a","image":"i"}]}""", false)]
    [InlineData("", """{"initContainers":[{"name":"a","image":"i"}]}""", false)]
    [InlineData("", """{"containers":[{"name":"*","env":[{"name":"A","value":"1"}]}]}""", true)]
    [InlineData(""" "securityContext":{"windowsOptions":{"hostProcess":true}}, """, """{"containers":[{"name":"a","image":"i"}]}""", true)]
    public void Containers_join_host_processes_only_where_the_pod_makes_them_some(string podContext, string config, bool doThey)
    {
        InjectionDecision decision = Pod(
            $"{{{podContext}\"hostNetwork\":true,\"containers\":[{{\"name\":\"app\",\"image\":\"i\",\"securityContext\":{{\"windowsOptions\":{{\"hostProcess\":true}}}}}}]}}",
            ("agent", config)).Decide();
        Assert.Equal([new TemplateOutcome("agent", doThey ? InjectionReason.Injected : InjectionReason.OsMismatch)], decision.Outcomes);
    }

    [Theory]
    [InlineData("configMap", """{"containers":[{"name":"*","env":[{"name":"A","valueFrom":{"fileKeyRef":{"volumeName":"v","path":"p","key":"A"}}}]}],"volumes":[{"name":"v"}]}""", "variables are read from volume v, which is no emptyDir")]
    [InlineData("image", """{"containers":[{"name":"a","image":"i","volumeMounts":[{"name":"v","mountPath":"/v","subPath":"s"}]}],"volumes":[{"name":"v"}]}""", "a subPath of volume v is mounted, which is an image")]
    [InlineData("emptyDir", """{"injection":{"workloadVolumes":["v"]},"initContainers":[{"name":"a","image":"i","volumeDevices":[{"name":"v","devicePath":"/v"}]}]}""", "volume v is used as a block device and is no claim")]
    [InlineData("emptyDir", """{"containers":[{"name":"*","env":[{"name":"A","valueFrom":{"fileKeyRef":{"volumeName":"v","path":"p","key":"A"}}}]}],"volumes":[{"name":"v"}]}""", null)]
    [InlineData("persistentVolumeClaim", """{"injection":{"workloadVolumes":["v"]},"initContainers":[{"name":"a","image":"i","volumeDevices":[{"name":"v","devicePath":"/v"}]}]}""", null)]
    public void A_volume_that_stands_in_the_place_of_a_templates_must_be_of_use(string source, string config, string? problem)
    {
        InjectionDecision decision = Pod($"{{\"volumes\":[{{\"name\":\"v\",\"{source}\":{{}}}}],\"containers\":[{{\"name\":\"app\",\"image\":\"i\"}}]}}", ("agent", config)).Decide();
        Assert.Equal([new TemplateOutcome("agent", problem == null ? InjectionReason.Injected : InjectionReason.VolumeMissing)], decision.Outcomes);
        Assert.Equal(problem == null ? [] : [$"agent: not injected: {problem}"], decision.Warnings.Select(warning => warning.Text));
    }

    [Fact]
    public void A_volume_that_another_template_brought_must_be_of_use_too()
    {
        InjectionDecision decision = Pod(
            """{"containers":[{"name":"app","image":"i"}]}""",
            ("a", """{"volumes":[{"name":"v","configMap":{"name":"c"}}]}"""),
            ("b", """{"containers":[{"name":"*","env":[{"name":"A","valueFrom":{"fileKeyRef":{"volumeName":"v","path":"p","key":"A"}}}]}],"volumes":[{"name":"v"}]}""")).Decide();
        Assert.Equal([InjectionReason.Injected, InjectionReason.VolumeMissing], decision.Outcomes.Select(outcome => outcome.Reason));
        Assert.DoesNotContain("fileKeyRef", Patch(decision), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"privileged\":false", "mountPropagation", "volumeMounts[/v]: the container is not privileged")]
    [InlineData("\"allowPrivilegeEscalation\":false", "mountPropagation", "securityContext.privileged: the container has allowPrivilegeEscalation: false", "volumeMounts[/v]: the container is not privileged")]
    [InlineData("\"privileged\":true", null)]
    [InlineData("\"readOnlyRootFilesystem\":true", null)]
    public void Mounts_are_shared_with_the_node_by_privileged_containers_only(string context, string? missing, params string[] without)
    {
        InjectionDecision decision = Pod(
            $"{{\"containers\":[{{\"name\":\"app\",\"image\":\"i\",\"securityContext\":{{{context}}}}}]}}",
            ("agent", """{"containers":[{"name":"app","image":"i","tty":true,"securityContext":{"privileged":true},"volumeMounts":[{"name":"v","mountPath":"/v","mountPropagation":"Bidirectional"}]}],"volumes":[{"name":"v"}]}""")).Decide();
        Assert.Equal(missing == null, Patch(decision).Contains("mountPropagation", StringComparison.Ordinal));
        AssertWithout(decision, without);
    }

    [Theory]
    [InlineData("\"privileged\":true", "\"allowPrivilegeEscalation\":false", "securityContext.allowPrivilegeEscalation: the container is privileged")]
    [InlineData("\"capabilities\":{\"add\":[\"CAP_SYS_ADMIN\"]}", "\"allowPrivilegeEscalation\":false", "securityContext.allowPrivilegeEscalation: the container has CAP_SYS_ADMIN")]
    [InlineData("\"allowPrivilegeEscalation\":false", "\"capabilities\":{\"add\":[\"CAP_SYS_ADMIN\"]}", "securityContext.capabilities: the container has allowPrivilegeEscalation: false")]
    [InlineData("\"allowPrivilegeEscalation\":false", "\"allowPrivilegeEscalation\":true,\"privileged\":false,\"capabilities\":{\"add\":[\"SYS_ADMIN\"]}")]
    [InlineData("\"allowPrivilegeEscalation\":false,\"capabilities\":{\"add\":[\"NET_RAW\"]}", "\"capabilities\":{\"drop\":[\"ALL\"],\"add\":[\"CAP_SYS_ADMIN\"]}")]
    public void A_container_gets_no_privilege_that_contradicts_its_own(string own, string templates, params string[] without)
    {
        InjectionDecision decision = Pod(
            $"{{\"containers\":[{{\"name\":\"app\",\"image\":\"i\",\"securityContext\":{{{own}}}}}]}}",
            ("agent", $"{{\"containers\":[{{\"name\":\"app\",\"image\":\"i\",\"tty\":true,\"securityContext\":{{{templates}}}}}]}}")).Decide();
        AssertWithout(decision, without);
    }

    [Theory]
    [InlineData("\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/m\"}]", "\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/d\"}]", "volumeDevices[/d]: the container uses the volume already")]
    [InlineData("\"volumeMounts\":[{\"name\":\"w\",\"mountPath\":\"/d\"}]", "\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/d\"}]", "volumeDevices[/d]: a mount has that path")]
    [InlineData("\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/a\"}]", "\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/d\"}]", "volumeDevices[/d]: the container uses the volume already")]
    [InlineData("\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/a\"}]", "\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/m\"}]", "volumeMounts[/m]: the container uses the volume or the path for a block device")]
    [InlineData("\"volumeDevices\":[{\"name\":\"w\",\"devicePath\":\"/m\"}]", "\"volumeMounts\":[{\"name\":\"v\",\"mountPath\":\"/m\"}]", "volumeMounts[/m]: the container uses the volume or the path for a block device")]
    [InlineData("\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/d\"}]", "\"volumeDevices\":[{\"name\":\"v\",\"devicePath\":\"/d\"}]")]
    public void A_volume_is_mounted_or_a_block_device(string own, string templates, params string[] without)
    {
        const string Volumes = "\"volumes\":[{\"name\":\"v\",\"persistentVolumeClaim\":{\"claimName\":\"c\"}},{\"name\":\"w\",\"persistentVolumeClaim\":{\"claimName\":\"d\"}}]";
        InjectionDecision decision = Pod(
            $"{{{Volumes},\"containers\":[{{\"name\":\"app\",\"image\":\"i\",{own}}}]}}",
            ("agent", $"{{{Volumes},\"containers\":[{{\"name\":\"app\",\"image\":\"i\",\"tty\":true,{templates}}}]}}")).Decide();
        AssertWithout(decision, without);
    }

    private static void AssertWithout(InjectionDecision decision, string[] without) =>
        Assert.Equal(without.Select(item => $"agent: without containers[app].{item}"), decision.Warnings.Select(warning => warning.Text.Replace("\"", "", StringComparison.Ordinal)));

    [Fact]
    public void On_the_hosts_network_a_port_with_its_host_port_and_one_without_are_the_same()
    {
        InjectionDecision decision = Pod(
            """{"hostNetwork":true,"containers":[{"name":"app","image":"app:1"}]}""",
            ("agent", """{"containers":[{"name":"app","image":"app:1","ports":[{"containerPort":9090}]},{"name":"agent","image":"agent:1","ports":[{"containerPort":80}]}]}"""),
            ("logs", """{"containers":[{"name":"app","image":"app:1","ports":[{"containerPort":9090,"hostPort":9090}]},{"name":"agent","image":"agent:1","ports":[{"containerPort":80,"hostPort":80}]}]}""")).Decide();
        Assert.Empty(decision.Warnings);
        Assert.Contains("\\\"logs\\\":{\\\"hash\\\":", Patch(decision), StringComparison.Ordinal);
    }

    /// <summary>A Pod that asks for all templates.</summary>
    private static InjectionCase Pod(string spec, params (string Name, string Config)[] templates)
    {
        IEnumerable<string> wishes = templates.Select(template => $"\"{InjectionOptions.Default.Annotations.For(template.Name)}\":\"true\"");
        string metadata = $"{{\"annotations\":{{{string.Join(',', wishes)}}}}}";
        return new InjectionCase($"{{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{metadata},\"spec\":{spec}}}", templates, NamespaceOptsIn: false);
    }

    private static string Patch(InjectionDecision decision) => Assert.IsType<InjectionDecision.Changed>(decision).Patch.ToString();
}
