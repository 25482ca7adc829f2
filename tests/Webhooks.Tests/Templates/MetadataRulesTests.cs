using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class MetadataRulesTests
{
    private const string Name =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    private const string Value =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private const string Prefixed = "keys under initializer.kubernetes.io/ ask for templates and belong to workloads; remove it";

    [Theory]
    [InlineData("labels: {§-a: b}", "labels[-a]: Invalid value: \"-a\": " + Name)]
    [InlineData("labels: {a: §'b c'}", "labels[a]: Invalid value: \"b c\": " + Value)]
    [InlineData("labels: {a: §1}", "labels[a]: must be a string, not the number 1; put quotes around it")]
    [InlineData("labels: {§initializer.kubernetes.io/injection: x}", "labels[initializer.kubernetes.io/injection]: Forbidden: " + Prefixed)]
    [InlineData("annotations: {§a b: c}", "annotations[a b]: Invalid value: \"a b\": " + Name)]
    [InlineData("annotations: {§initializer.kubernetes.io/other: 'true'}", "annotations[initializer.kubernetes.io/other]: Forbidden: " + Prefixed)]
    [InlineData("annotations: {§kubernetes.io/config.mirror: x}", "annotations[kubernetes.io/config.mirror]: Invalid value: \"kubernetes.io/config.mirror\": must set spec.nodeName if mirror pod annotation is set; remove it")]
    [InlineData("annotations: {controller.kubernetes.io/pod-deletion-cost: §'+1'}", "annotations[controller.kubernetes.io/pod-deletion-cost]: Invalid value: \"+1\": must be a 32bit integer")]
    [InlineData("annotations: {seccomp.security.alpha.kubernetes.io/pod: §x}", "annotations[seccomp.security.alpha.kubernetes.io/pod]: Invalid value: \"x\": must be a valid seccomp profile")]
    [InlineData("§name: x, labels: {a: b}", "name: unknown field")]
    public void Labels_and_annotations(string metadata, string message) => Refuses("metadata: {" + metadata + "}", "metadata." + message);

    [Theory]
    [InlineData("labels: {a: '', app.kubernetes.io/name: x, kubernetes.io/x: z}")]
    [InlineData("annotations: {Example.com/Any: 'any ♥ text', a: ''}, labels: null")]
    [InlineData("annotations: {prometheus.io/scrape: 'true', controller.kubernetes.io/pod-deletion-cost: '-5', initializer.kubernetes.io.example.com/a: b}")]
    public void Labels_and_annotations_that_are_fine(string metadata) => Accepts("metadata: {" + metadata + "}");

    [Fact]
    public void Annotations_are_not_longer_than_the_API_server_takes()
    {
        string most = new('x', (256 * 1024) - 1);
        Accepts("metadata: {annotations: {a: " + most + "}}");
        Refuses("metadata: {annotations: §{a: " + most + "y}}", "metadata.annotations: Too long: may not be more than 262144 bytes");
    }

    [Fact]
    public void Pull_secrets_have_names()
    {
        Accepts("imagePullSecrets: [{name: a}, {name: b}]");
        Refuses("imagePullSecrets: [§{}]", "imagePullSecrets[0].name: Required value; name the secret, or remove the item");
    }
}
