using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class TemplatePositionTests
{
    private const string Message = "containers[0].image: Required value; give the container an image";

    [Theory]
    [InlineData("data:\n  config: |\n    containers:\n    - §name: a\n")]
    [InlineData("data:\n  config: |-  # a comment\n      containers:\n      - §name: a")]
    [InlineData("data:\n  config: |\n\n    # the first line is blank\n    containers:\n    - §name: a\n")]
    [InlineData("data:\n  config: |2\n     containers:\n     - §name: a\n")]
    [InlineData("data:\n  config: |+\n    containers: [§{name: a}]\n\n\n")]
    [InlineData("data:\n  config: &anchor |\n    containers:\n    - §name: a\n")]
    [InlineData("data:\n  config: !!str |\n    containers:\n    - §name: a\n")]
    [InlineData("data:\r\n  config: |\r\n    containers:\r\n    - §name: a\r\n")]
    [InlineData("data:\n  ? config\n  : |\n    containers:\n    - §name: a\n")]
    [InlineData("data: {}\nbinaryData: {}\n---\nkind: ConfigMap\nmetadata: {name: b-initializer}\ndata:\n  config: |\n    containers: [§{name: a}]\n", "b")]
    public void A_literal_block_has_the_places_of_the_file(string text, string template = "a")
    {
        MarkedText marked = new($"kind: ConfigMap\nmetadata: {{name: {(template == "a" ? "a-initializer" : "other")}}}\n{text}");
        Assert.Equal([$"all.yaml:{marked.Places[0]}: {Message}"], Load(("all.yaml", marked.Text)).Problems.Select(problem => problem.ToString()));
        Assert.True(Load(("all.yaml", marked.Text)).Templates.IsInvalid(template));
    }

    [Theory]
    [InlineData("data:\n  config: §>\n    {containers: [{name: a}]}\n", 1, 15)]
    [InlineData("data:\n  config: §\"containers:\\n- name: a\"\n", 2, 3)]
    [InlineData("data:\n  config: §'containers: [{name: a}]'\n", 1, 14)]
    [InlineData("data:\n  config: §{containers: []}\n", 0, 0)]
    public void Other_spellings_have_the_place_of_the_text_and_the_inner_one_in_words(string text, int line, int column)
    {
        MarkedText marked = new("kind: ConfigMap\nmetadata: {name: a-initializer}\n" + text);
        string message = line == 0
            ? "data.config: must be a string; start it with `config: |`"
            : $"{Message} (line {line}, column {column} of config)";
        Assert.Equal([$"a.yaml:{marked.Places[0]}: {message}"], Load(("a.yaml", marked.Text)).Problems.Select(problem => problem.ToString()));
    }

    [Fact]
    public void Json_files_have_places_too()
    {
        RefusesFile("agent.json", "{\"containers\": [\n  §{\"name\": \"a\"}\n]}", Message);
        RefusesFile(
            "all.json",
            "{\"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a-initializer\"},\n \"data\": {\"config\": §\"containers:\\n- name: a\\n\"}}",
            Message + " (line 2, column 3 of config)");
    }

    [Fact]
    public void Lists_hold_templates() => RefusesFile(
        "all.yaml",
        """
        kind: List
        items:
        - kind: Deployment
          metadata: {name: ignored-initializer}
        - kind: ConfigMapList
          items:
          - kind: ConfigMap
            metadata: {name: a-initializer}
            data:
              config: |
                containers:
                - §name: a
        """,
        Message);

    [Fact]
    public void Yaml_that_cannot_be_read_is_pointed_at()
    {
        const string start = "kind: ConfigMap\nmetadata: {name: a-initializer}\n";
        RefusesFile("a.yaml", "§" + start, "ConfigMap a-initializer has no data.config; put the template there");
        RefusesFile("a.yaml", start + "data: §{}\n", "ConfigMap a-initializer has no data.config; put the template there");
        RefusesFile("a.yaml", start + "data: §{a: '', b: ''}\n", "ConfigMap a-initializer has no data.config; put the template there");
        RefusesFile("a.yaml", start + "data:\n  §config.yaml: ''\n", "ConfigMap a-initializer has no data.config; rename config.yaml to config");
        RefusesFile("a.yaml", start + "data:\n  config:§ # nothing\n", "data.config: must be a string; start it with `config: |`");
        MarkedText broken = new("kind: ConfigMap\nmetadata: {name: a-initializer}\ndata:\n  config: |\n    containers: [\n    volumes: {\n");
        Assert.All(Load(("a.yaml", broken.Text)).Problems, problem => Assert.StartsWith("data.config: ", problem.Message, StringComparison.Ordinal));
        Assert.NotEmpty(Load(("a.yaml", broken.Text)).Problems);
        Assert.NotEmpty(Load(("a.yaml", "containers: [")).Problems);
    }
}
