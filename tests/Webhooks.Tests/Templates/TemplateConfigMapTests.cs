using System.Text;
using Webhooks.Admission.Templates;
using Xunit;

namespace Webhooks.Tests.Templates;

/// <summary>A template from an API server, and the same one from a file.</summary>
public sealed class TemplateConfigMapTests
{
    private const string Prefix = "initializer.kubernetes.io/";
    private const string Good = "containers:\n- name: agent\n  image: agent:1\n";

    [Fact]
    public void It_is_the_template_that_the_file_is()
    {
        LoadedTemplates stored = Read(Good);
        Assert.Empty(stored.Problems);
        Assert.Equal(["agent"], stored.Templates.Names);
        Assert.Equal(FromFile(Good).Templates.Find("agent")!.Hash, stored.Templates.Find("agent")!.Hash);
    }

    [Theory]
    [InlineData("containers:\n- name: agent\n")]
    [InlineData("containers: [{name: a, image: i}, {name: a, image: ''}]\nnonsense: 1\n")]
    [InlineData("[]")]
    [InlineData("a: [\n")]
    [InlineData("a: 1\n---\nb: 2\n")]
    public void What_is_wrong_is_said_as_of_the_file(string config)
    {
        LoadedTemplates stored = Read(config);
        Assert.NotEmpty(stored.Problems);
        Assert.True(stored.Templates.IsInvalid("agent"));
        Assert.True(stored.IsWhole);
        Assert.All(stored.Problems, problem => Assert.Equal(("agent", "configmap/agent-initializer"), (problem.Template, problem.File)));
        Assert.Equal(FromFile(config).Problems.Select(problem => problem.Message), stored.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("agent.yaml", "configmap/agent-initializer:1:1: ConfigMap agent-initializer has no data.config; rename agent.yaml to config")]
    [InlineData(null, "configmap/agent-initializer:1:1: ConfigMap agent-initializer has no data.config; put the template there")]
    public void Without_a_config_it_says_what_to_do(string? onlyKey, string problem) =>
        Assert.Equal([problem], new TemplateConfigMap("agent-initializer", null, onlyKey).Read(Prefix).Problems.Select(one => one.ToString()));

    [Fact]
    public void Several_are_one_set()
    {
        LoadedTemplates all = LoadedTemplates.Joined([Read(Good), Read("a: 1", "b"), Read(Good, "c")]);
        Assert.Equal(["agent", "c"], all.Templates.Names);
        Assert.True(all.Templates.IsInvalid("b"));
        Assert.Equal(["b"], all.Problems.Select(problem => problem.Template));
    }

    private static LoadedTemplates Read(string config, string name = "agent") => new TemplateConfigMap($"{name}-initializer", config, null).Read(Prefix);

    private static LoadedTemplates FromFile(string config)
    {
        string lines = string.Concat(config.Split('\n').Select(line => $"    {line}\n"));
        return TemplateLoader.Load([new TemplateFile("x.yaml", Encoding.UTF8.GetBytes($"kind: ConfigMap\nmetadata: {{name: agent-initializer}}\ndata:\n  config: |\n{lines}"))], Prefix);
    }
}
