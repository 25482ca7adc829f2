using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class ClaimRulesTests
{
    private const string Label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private const string Subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    [Theory]
    [InlineData("[§{resourceClaimName: a}]", "[0].name: Required value")]
    [InlineData("[{name: §A, resourceClaimName: a}]", "[0].name: Invalid value: \"A\": " + Label)]
    [InlineData("[§{name: a}]", "[0]: Required value: must specify one of: `resourceClaimName`, `resourceClaimTemplateName`")]
    [InlineData(
        "[{name: a, resourceClaimName: b, resourceClaimTemplateName: §c}]",
        "[0].resourceClaimTemplateName: Invalid value: \"c\": at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified; keep one of them")]
    [InlineData("[{name: a, resourceClaimName: §B}]", "[0].resourceClaimName: Invalid value: \"B\": " + Subdomain)]
    [InlineData("[{name: a, resourceClaimTemplateName: §''}]", "[0].resourceClaimTemplateName: Invalid value: \"\": " + Subdomain)]
    [InlineData(
        "[{name: a, resourceClaimName: b}, {name: §a, resourceClaimName: c}]",
        "[1].name: Duplicate value: \"a\"; resourceClaims[0].name has it too, change one of them")]
    public void Claims_of_pods(string claims, string message) => Refuses("resourceClaims: " + claims, "resourceClaims" + message);

    [Theory]
    [InlineData("[§{request: one}]", "[0].name: Required value")]
    [InlineData("[{name: §gp}]", "[0].name: Not found: \"gp\"; add it to resourceClaims; did you mean \"gpu\"?")]
    [InlineData("[{name: gpu, request: §One}]", "[0].request: Invalid value: \"One\": " + Label)]
    [InlineData("[{name: gpu}, {name: §gpu}]", "[1].name: Duplicate value: \"gpu\"; containers[0].resources.claims[0].name has it too, change one of them")]
    [InlineData("[{name: gpu}, {name: §gpu, request: one}]", "[1].name: Duplicate value: \"gpu\"; containers[0].resources.claims[0].name has it too, change one of them")]
    [InlineData("[{name: gpu, request: one}, {name: §gpu, request: one}]", "[1].name: Duplicate value: \"gpu/one\"; containers[0].resources.claims[0].name has it too, change one of them")]
    public void Claims_of_containers(string claims, string message) => Refuses(
        $"resourceClaims: [{{name: gpu, resourceClaimName: a}}]\ncontainers: [{{name: a, image: i, resources: {{claims: {claims}}}}}]",
        "containers[0].resources.claims" + message);

    [Fact]
    public void Claims_that_are_fine() => Accepts(
        """
        resourceClaims: [{name: gpu, resourceClaimTemplateName: one.gpu}, {name: net, resourceClaimName: m, resourceClaimTemplateName: null}]
        containers:
        - {name: a, image: i, resources: {claims: [{name: gpu, request: one}, {name: gpu, request: two}, {name: net}]}}
        - {name: b, image: i, resources: {claims: [{name: gpu}]}}
        """);
}
