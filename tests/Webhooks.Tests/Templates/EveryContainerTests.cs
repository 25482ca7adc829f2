using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class EveryContainerTests
{
    private const string Others = "Forbidden: the container \"*\" stands for containers of others, to which it adds env, envFrom, volumeMounts; move it to a container with a name";
    private const string Nothing = "Required value: the container \"*\" adds env, envFrom, volumeMounts; give it one of them, or remove it";

    [Theory]
    [InlineData("containers: [{name: '*', env: [{name: A, value: b}]}]")]
    [InlineData("initContainers: [{name: '*', envFrom: [{secretRef: {name: s}}]}]")]
    [InlineData("containers: [{name: '*', image: null, ports: null, volumeMounts: [{name: logs, mountPath: /logs}]}]\nvolumes: [{name: logs}]")]
    [InlineData("containers: [{name: '*', volumeMounts: [{name: data, mountPath: /logs}]}]\ninjection: {workloadVolumes: [data]}")]
    [InlineData("containers: [{name: a, image: i}, {name: '*', env: [{name: A}]}]\ninitContainers: [{name: '*', env: [{name: A}]}, {name: b, image: i}]")]
    public void Additions_to_the_containers_of_others(string template) => Accepts(template);

    [Theory]
    [InlineData("containers: [§{name: '*'}]", "containers[0]: " + Nothing)]
    [InlineData("initContainers: [§{name: '*', env: [], envFrom: null}]", "initContainers[0]: " + Nothing)]
    [InlineData("containers: [{name: '*', env: [{name: A}], §image: i}]", "containers[0].image: " + Others)]
    [InlineData("containers: [{name: '*', env: [{name: A}], §ports: [{containerPort: 0}]}]", "containers[0].ports: " + Others)]
    [InlineData("initContainers: [{name: '*', env: [{name: A}], §restartPolicy: Always}]", "initContainers[0].restartPolicy: " + Others)]
    [InlineData("containers: [{name: '*', env: [{name: A}], §volumMounts: []}]", "containers[0].volumMounts: unknown field; did you mean \"volumeMounts\"?")]
    [InlineData(
        "containers: [{name: '*', env: [{name: A}]}, {name: §'*', env: [{name: B}]}]",
        "containers[1].name: Duplicate value: \"*\"; containers[0].name has it too, change one of them")]
    [InlineData("containers: [{name: '*', env: [§{value: b}]}]", "containers[0].env[0].name: Required value")]
    [InlineData("containers: [{name: '*', envFrom: [§{}]}]", "containers[0].envFrom[0]: Invalid value: \"\": must specify one of: configMapRef, secretRef")]
    [InlineData(
        "containers: [{name: '*', volumeMounts: [{name: §dat, mountPath: /a}]}]\ninjection: {workloadVolumes: [data]}",
        "containers[0].volumeMounts[0].name: Not found: \"dat\"; add it to volumes, or to injection.workloadVolumes where the workload brings it; did you mean \"data\"?")]
    [InlineData(
        "containers: [{name: '*', volumeMounts: [{name: a, mountPath: /a, mountPropagation: §Bidirectional}]}]\nvolumes: [{name: a}]",
        "containers[0].volumeMounts[0].mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers")]
    public void Additions_that_are_refused(string template, string message) => Refuses(template, message);

    [Fact]
    public void Volumes_of_the_workload_are_mounted_by_name() => Accepts(
        """
        injection: {workloadVolumes: [data, disk]}
        containers:
        - name: backup
          image: i
          env: [{name: A, valueFrom: {fileKeyRef: {volumeName: data, path: env, key: A}}}]
          volumeMounts: [{name: data, mountPath: /data}]
          volumeDevices: [{name: disk, devicePath: /dev/disk}]
        """);
}
