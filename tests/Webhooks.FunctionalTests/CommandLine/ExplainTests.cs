using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

public sealed class ExplainTests
{
    private const string Asking =
        "apiVersion: v1\nkind: Pod\nmetadata:\n  generateName: web-\n  annotations: {initializer.kubernetes.io/gone: \"true\"}\nspec: {containers: [{name: web, image: \"web:1\"}]}\n";

    [Fact]
    public void The_sample_is_explained() => Assert.Equal(
        new CommandResult(
            0,
            """
            Deployment/helloworld-with-annotation in namespace default, created: changed by 3 operations
              deploy/samples/helloworld.yaml:8
              + logging-agent: injected
                  asked by   annotation initializer.kubernetes.io/logging-agent: "true" on the Deployment
                  why        it is asked for and nothing speaks against it, so its items are added
                  adds       spec.template.spec.containers  logging-agent
                             spec.template.spec.volumes     varlog, config-volume

            """,
            ""),
        Executable.Run("explain", "-f", "deploy/samples/helloworld.yaml", "--templates", "deploy/samples/templates"));

    [Fact]
    public void Warnings_stand_in_the_explanation_and_not_on_standard_error() => Assert.Equal(
        new CommandResult(
            0,
            "{\"object\":{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"namespace\":\"default\",\"name\":null,\"generateName\":\"web-\"},"
                + "\"template\":\"gone\",\"decision\":\"skip\",\"reason\":\"template-missing\","
                + "\"warnings\":[\"initializer.kubernetes.io/gone: no such template; there are none\"],\"patch\":[]}\n",
            ""),
        Executable.RunWith(Asking, "explain", "-f", "-", "-o", "json"));

    [Fact]
    public void A_denial_is_exit_code_1_and_an_error()
    {
        CommandResult result = Executable.RunWith(Asking, "explain", "-f", "-", "-o", "json", "--missing-template", "deny");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("\"decision\":\"deny\",\"reason\":\"template-missing\"", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("error: denied: stdin:1:1: Pod/(generated name): ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_template_is_exit_code_1_and_an_error()
    {
        CommandResult result = Executable.RunWith(Asking, "explain", "-f", "-", "--templates", "tests/Golden/broken-templates/syntax/templates");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: tests/Golden/broken-templates/syntax/templates/", result.Errors, StringComparison.Ordinal);
        Assert.StartsWith("Pod/web-… in namespace default, created: left as it came\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_has_no_namespace_is_given_none() => Assert.Equal(
        "{\"object\":{\"apiVersion\":\"rbac.authorization.k8s.io/v1\",\"kind\":\"ClusterRole\",\"namespace\":null,\"name\":\"reader\"},"
            + "\"template\":null,\"decision\":\"skip\",\"reason\":\"not-handled\",\"warnings\":[],\"patch\":[]}\n",
        Executable.RunWith("apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: reader}\n", "explain", "-f", "-", "-o", "json").Output);

    [Theory]
    [InlineData("-f", "explain")]
    [InlineData("'yaml'", "explain", "-f", "-", "-o", "yaml")]
    [InlineData("'maybe'", "explain", "-f", "-", "--missing-template", "maybe")]
    [InlineData("gone.yaml: no such file or folder", "explain", "-f", "gone.yaml")]
    [InlineData("gone: no such file or folder", "explain", "-f", "-", "--templates", "gone")]
    public void Wrong_usage_is_exit_code_2(string expected, params string[] arguments)
    {
        CommandResult result = Executable.Run(arguments);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("error: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
    }
}
