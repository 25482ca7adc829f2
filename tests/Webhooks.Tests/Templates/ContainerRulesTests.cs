using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class ContainerRulesTests
{
    private const string Label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    [Theory]
    [InlineData("containers: [§{image: i}]", "containers[0].name: Required value; give the container a name")]
    [InlineData("containers: [{name: §'', image: i}]", "containers[0].name: Required value; give the container a name")]
    [InlineData("containers: [{name: §null, image: i}]", "containers[0].name: Required value; give the container a name")]
    [InlineData("containers: [{name: §Agent, image: i}]", "containers[0].name: Invalid value: \"Agent\": " + Label)]
    [InlineData("containers: [{name: §a.b, image: i}]", "containers[0].name: Invalid value: \"a.b\": must not contain dots")]
    [InlineData(
        "containers: [{name: §aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, image: i}]",
        "containers[0].name: Invalid value: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\": must be no more than 63 characters")]
    [InlineData(
        "containers: [{name: a, image: i}, {name: §a, image: i}]",
        "containers[1].name: Duplicate value: \"a\"; containers[0].name has it too, change one of them")]
    [InlineData(
        "containers: [{name: §a, image: i}]\ninitContainers: [{name: a, image: i}]",
        "containers[0].name: Duplicate value: \"a\"; initContainers[0].name has it too, change one of them")]
    [InlineData("containers: [§{name: a}]", "containers[0].image: Required value; give the container an image")]
    [InlineData("containers: [{name: a, image: §' i'}]", "containers[0].image: Invalid value: \" i\": must not have leading or trailing whitespace")]
    [InlineData("containers: [{name: a, image: §\"i\\n\"}]", "containers[0].image: Invalid value: \"i\\n\": must not have leading or trailing whitespace")]
    public void Names_and_images(string template, string message) => Refuses(template, message);

    [Theory]
    [InlineData(
        "imagePullPolicy: §always",
        "containers[0].imagePullPolicy: Unsupported value: \"always\": supported values: \"Always\", \"IfNotPresent\", \"Never\"; did you mean \"Always\"?")]
    [InlineData(
        "terminationMessagePolicy: §Log",
        "containers[0].terminationMessagePolicy: Unsupported value: \"Log\": supported values: \"FallbackToLogsOnError\", \"File\"")]
    [InlineData(
        "restartPolicy: §Always",
        "containers[0].restartPolicy: Forbidden: may not be set for non-init containers, which restart as their pod does; remove it, or put the container under initContainers, where Always makes it a native sidecar")]
    [InlineData("restartPolicyRules: §[{action: Restart}]", "containers[0].restartPolicyRules: Forbidden: Kubernetes before 1.35 refuses restart rules or drops them; remove them")]
    [InlineData(
        "resizePolicy: [{resourceName: §disk, restartPolicy: NotRequired}]",
        "containers[0].resizePolicy[0].resourceName: Unsupported value: \"disk\": supported values: \"cpu\", \"memory\"")]
    [InlineData(
        "resizePolicy: [§{resourceName: cpu}]",
        "containers[0].resizePolicy[0].restartPolicy: Required value: one of NotRequired, RestartContainer")]
    [InlineData(
        "resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: §cpu, restartPolicy: NotRequired}]",
        "containers[0].resizePolicy[1].resourceName: Duplicate value: \"cpu\"; containers[0].resizePolicy[0].resourceName has it too, change one of them")]
    public void Policies(string fragment, string message) => Refuses(Container(fragment), message);

    [Theory]
    [InlineData("restartPolicy: §Never", "initContainers[0].restartPolicy: Unsupported value: \"Never\": supported values: \"Always\"")]
    [InlineData("restartPolicy: §''", "initContainers[0].restartPolicy: Unsupported value: \"\": supported values: \"Always\"")]
    [InlineData("livenessProbe: §{exec: {command: [a]}}", "initContainers[0].livenessProbe: Forbidden: may not be set for init containers without restartPolicy=Always; remove it, or set restartPolicy: Always to make the container a native sidecar")]
    [InlineData("readinessProbe: §{}", "initContainers[0].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always; remove it, or set restartPolicy: Always to make the container a native sidecar")]
    [InlineData("startupProbe: §{}", "initContainers[0].startupProbe: Forbidden: may not be set for init containers without restartPolicy=Always; remove it, or set restartPolicy: Always to make the container a native sidecar")]
    [InlineData("lifecycle: §{}", "initContainers[0].lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always; remove it, or set restartPolicy: Always to make the container a native sidecar")]
    [InlineData("restartPolicy: Always, livenessProbe: §{}", "initContainers[0].livenessProbe: Required value: must specify a handler type")]
    public void Init_containers(string fragment, string message) => Refuses(InitContainer(fragment), message);

    [Theory]
    [InlineData("{}")]
    [InlineData("{limits: {cpu: 1, memory: 1Gi}, requests: {cpu: 0.5, memory: 1073741824}}")]
    [InlineData("{limits: {cpu: 0.0011}, requests: {cpu: 0.0015}}")] // both are stored as 2m
    [InlineData("{limits: {cpu: ' 1 '}}")]
    [InlineData("{limits: {nvidia.com/gpu: 1}}")]
    [InlineData("{limits: {nvidia.com/gpu: 1}, requests: {nvidia.com/gpu: 1000m}}")]
    [InlineData("{limits: {hugepages-2Mi: 4Mi, cpu: 1}}")]
    [InlineData("{limits: {memory: null, x.kubernetes.io/y: 1}, requests: {memory: 1}}")]
    public void Resources_that_are_fine(string resources) => Accepts(Container("resources: " + resources));

    [Theory]
    [InlineData("{limits: {cpu: §-1}}", "limits[cpu]: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("{limits: {cpu: 1}, requests: {cpu: §1001m}}", "requests[cpu]: Invalid value: \"1001m\": must be less than or equal to cpu limit of 1")]
    [InlineData("{limits: {§gpu: 1}}", "limits[gpu]: Invalid value: \"gpu\": must be a standard resource for containers; use cpu, memory, ephemeral-storage, hugepages-<size> or a name with a domain")]
    [InlineData("{limits: {§storage: 1}}", "limits[storage]: Invalid value: \"storage\": must be a standard resource for containers; use cpu, memory, ephemeral-storage, hugepages-<size> or a name with a domain")]
    [InlineData("{limits: {§requests.a.b/c: 1}}", "limits[requests.a.b/c]: Invalid value: \"requests.a.b/c\": doesn't follow extended resource name standard")]
    [InlineData("{limits: {nvidia.com/gpu: §0.5}}", "limits[nvidia.com/gpu]: Invalid value: 0.5: must be an integer")]
    [InlineData("{limits: {nvidia.com/gpu: 2}, requests: {nvidia.com/gpu: §1}}", "requests[nvidia.com/gpu]: Invalid value: 1: must be equal to nvidia.com/gpu limit of 2")]
    [InlineData("§{requests: {nvidia.com/gpu: 1}}", "limits: Required value: Limit must be set for non overcommitable resources; add nvidia.com/gpu: 1")]
    [InlineData("{limits: {hugepages-2Mi: §3Mi, cpu: 1}}", "limits[hugepages-2Mi]: Invalid value: \"3Mi\": is not positive integer multiple of hugepages-2Mi")]
    [InlineData("{claims: [{name: §gpu}]}", "claims[0].name: Not found: \"gpu\"; add it to resourceClaims")]
    public void Resources_that_are_not(string resources, string message) =>
        Refuses(Container("resources: " + resources), "containers[0].resources." + message);

    [Fact]
    public void Huge_pages_need_cpu_or_memory() => Refuses(
        Container("resources: §{limits: {hugepages-2Mi: 4Mi}}"),
        "containers[0].resources: Forbidden: HugePages require cpu or memory; request one of them too");
}
