using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class MountRulesTests
{
    [Theory]
    [InlineData("[§{mountPath: /a}]", "[0].name: Required value")]
    [InlineData("[{name: §dta, mountPath: /a}]", "[0].name: Not found: \"dta\"; add it to volumes, or to injection.workloadVolumes where the workload brings it; did you mean \"data\"?")]
    [InlineData("[{name: §other, mountPath: /a}]", "[0].name: Not found: \"other\"; add it to volumes, or to injection.workloadVolumes where the workload brings it")]
    [InlineData("[§{name: data}]", "[0].mountPath: Required value")]
    [InlineData("[{name: data, mountPath: /a}, {name: disk, mountPath: §/a}]", "[1].mountPath: Invalid value: \"/a\": must be unique; containers[0].volumeMounts[0].mountPath has it too")]
    [InlineData("[{name: data, mountPath: /a, subPath: §/b}]", "[0].subPath: Invalid value: \"/b\": must be a relative path")]
    [InlineData("[{name: data, mountPath: /a, subPath: §b/../c}]", "[0].subPath: Invalid value: \"b/../c\": must not contain '..'")]
    [InlineData("[{name: data, mountPath: /a, subPathExpr: §../c}]", "[0].subPathExpr: Invalid value: \"../c\": must not contain '..'")]
    [InlineData("[{name: data, mountPath: /a, subPath: b, subPathExpr: §$(C)}]", "[0].subPathExpr: Invalid value: \"$(C)\": subPathExpr and subPath are mutually exclusive; keep one of them")]
    [InlineData("[{name: data, mountPath: /a, mountPropagation: §Both}]", "[0].mountPropagation: Unsupported value: \"Both\": supported values: \"Bidirectional\", \"HostToContainer\", \"None\"")]
    [InlineData("[{name: data, mountPath: /a, mountPropagation: §Bidirectional}]", "[0].mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers")]
    [InlineData("[{name: data, mountPath: /a, recursiveReadOnly: §Enabled}]", "[0].recursiveReadOnly: Forbidden: may only be specified when readOnly is true; set readOnly: true")]
    [InlineData(
        "[{name: data, mountPath: /a, readOnly: true, recursiveReadOnly: §IfPossible, mountPropagation: HostToContainer}]",
        "[0].recursiveReadOnly: Forbidden: may only be specified when mountPropagation is None or not specified")]
    [InlineData("[{name: data, mountPath: /a, recursiveReadOnly: §true}]", "[0].recursiveReadOnly: must be a string, not true; put quotes around it")]
    public void Mounts(string mounts, string message) => Refuses(Container("volumeMounts: " + mounts), "containers[0].volumeMounts" + message);

    [Theory]
    [InlineData("[{name: §data, devicePath: /dev/a}]", "[0].name: Invalid value: \"data\": can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode")]
    [InlineData("[{name: §dsk, devicePath: /dev/a}]", "[0].name: Not found: \"dsk\"; add it to volumes, or to injection.workloadVolumes where the workload brings it; did you mean \"disk\"?")]
    [InlineData("[§{name: disk}]", "[0].devicePath: Required value")]
    [InlineData("[{name: disk, devicePath: §/dev/../a}]", "[0].devicePath: Invalid value: \"/dev/../a\": can not contain backsteps ('..')")]
    [InlineData("[{name: disk, devicePath: /dev/a}, {name: §disk, devicePath: /dev/b}]", "[1].name: Invalid value: \"disk\": must be unique")]
    [InlineData("[{name: §disk, devicePath: /dev/a}], volumeMounts: [{name: disk, mountPath: /a}]", "[0].name: Invalid value: \"disk\": must not already exist in volumeMounts")]
    public void Devices(string devices, string message) => Refuses(Container("volumeDevices: " + devices), "containers[0].volumeDevices" + message);

    [Theory]
    [InlineData("volumeMounts: [{name: data, mountPath: 'C:\\a'}, {name: data, mountPath: relative, subPath: '', subPathExpr: $(A)/b}]")]
    [InlineData("volumeMounts: [{name: data, mountPath: /a, subPath: a..b, mountPropagation: HostToContainer, recursiveReadOnly: Disabled}]")]
    [InlineData("volumeMounts: [{name: data, mountPath: /a, mountPropagation: Bidirectional}], securityContext: {privileged: true}")]
    [InlineData("volumeMounts: [{name: data, mountPath: /a, readOnly: true, recursiveReadOnly: Enabled, mountPropagation: None}]")]
    [InlineData("volumeDevices: [{name: disk, devicePath: /dev/a}]")]
    public void Mounts_that_are_fine(string fragment) => Accepts(Container(fragment));

    [Fact]
    public void An_image_is_mounted_whole() => Refuses(
        "volumes: [{name: tools, image: {reference: r}}]\ncontainers: [{name: a, image: i, volumeMounts: [{name: tools, mountPath: /a, subPath: §b}]}]",
        "containers[0].volumeMounts[0].subPath: Invalid value: \"b\": not allowed in image volume sources");
}
