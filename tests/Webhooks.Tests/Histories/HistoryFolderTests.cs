using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Histories;

/// <summary>That a history cannot pass by looking at nothing, and that its steps are read as they are written.</summary>
public sealed class HistoryFolderTests : IDisposable
{
    private const string Manifest = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, annotations: {initializer.kubernetes.io/agent: "true"}}
        spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: "web:1"}]}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("history").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_histories_are_found() => Assert.InRange(HistoryCase.All.Count, 120, int.MaxValue);

    [Fact]
    public void A_whole_history_has_no_problems() =>
        Assert.Empty(History(("templates/agent.yaml", ""), ("1-create.yaml", Manifest), ("1-create.expected", ""), ("2-templates/agent.yaml", ""), ("options", "")).Problems());

    [Theory]
    [InlineData("1-create.expectd")]
    [InlineData("1-create.json")]
    [InlineData("create.yaml")]
    [InlineData("0-create.yaml")]
    [InlineData("2-other.expected")] // of no step
    [InlineData("1-templates.yaml.bak")]
    [InlineData("README.md")]
    public void A_file_that_no_history_has_is_a_problem(string file) =>
        Assert.Equal(
            [$"g/c has a file {file} that no history has: rename or remove it."],
            History(("templates/agent.yaml", ""), ("1-create.yaml", Manifest), ("1-create.expected", ""), (file, "")).Problems());

    [Fact]
    public void A_step_without_an_expectation_is_a_problem() =>
        Assert.Equal(
            ["g/c has no 1-create.expected: run `make golden` and read what it writes."],
            History(("templates/agent.yaml", ""), ("1-create.yaml", Manifest)).Problems());

    [Fact]
    public void Steps_that_are_missing_or_stand_twice_are_a_problem()
    {
        Assert.StartsWith("g/c has steps 1, 3: number them", Assert.Single(Steps("1-create", "3-scale").Problems()), StringComparison.Ordinal);
        Assert.StartsWith("g/c has steps 1, 2, 3, 3: number them", Assert.Single(Steps("2-wait", "3-again").Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_without_templates_is_a_problem() =>
        Assert.StartsWith("g/c has no folder templates", Assert.Single(History(("1-create.yaml", Manifest), ("1-create.expected", "")).Problems()), StringComparison.Ordinal);

    [Fact]
    public void Rewriting_writes_what_each_step_leads_to_and_removes_the_rest()
    {
        HistoryCase history = History(
            ("templates/agent.yaml", "containers: [{name: agent, image: 'agent:1'}]"),
            ("1-create.yaml", Manifest),
            ("2-scale.patch.yaml", "spec: {replicas: 3}"),
            ("2-stale.expected", ""));
        HistoryRewriting.Rewrite(history);
        Assert.Empty(history.Problems());
        Assert.StartsWith("# created\n# agent: injected\napiVersion: apps/v1\n", Read("1-create.expected"), StringComparison.Ordinal);
        Assert.StartsWith("# pods stay\n# agent: unchanged\n", Read("2-scale.expected"), StringComparison.Ordinal);
        Assert.Contains("  replicas: 3\n", Read("2-scale.expected"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"op":"add","path":"/a/x","value":1}]""", """{"a":{"b":1,"c":[1],"x":1}}""")]
    [InlineData("""{"a":{"b":null,"d":{"e":null,"f":2}}}""", """{"a":{"c":[1],"d":{"f":2}}}""")]
    [InlineData("""{"a":{"c":[2]},"g":"h"}""", """{"a":{"b":1,"c":[2]},"g":"h"}""")]
    [InlineData("""{"a":{"b":{"i":{}}}}""", """{"a":{"b":{"i":{}},"c":[1]}}""")]
    public void A_list_is_a_json_patch_and_a_mapping_a_merge_patch(string patch, string expected) =>
        Assert.Equal(expected, WorkloadPatch.Apply(JsonTree.Parse(patch).Root, JsonTree.Parse("""{"a":{"b":1,"c":[1]}}""").Root).ToString());

    [Theory]
    [InlineData("Deployment", """{"deployment.kubernetes.io/revision":"2","a":"then"}""")]
    [InlineData("DaemonSet", """{"deployment.kubernetes.io/revision":"2","a":"now","b":"now"}""")]
    public void An_undo_restores_the_annotations_of_a_deployment_only(string kind, string annotations)
    {
        JsonValue now = Workload("""{"deployment.kubernetes.io/revision":"2","a":"now","b":"now"}""", "web:2");
        JsonValue then = Workload("""{"deployment.kubernetes.io/revision":"1","a":"then"}""", "web:1");
        JsonValue undone = Workloads.Undo(now, then);
        Assert.Equal((annotations, "\"web:1\""), (undone["metadata"]["annotations"].ToString(), Workloads.PodTemplate(undone)["image"].ToString()));

        JsonValue Workload(string text, string image) =>
            JsonTree.Parse($$"""{"kind":"{{kind}}","metadata":{"annotations":{{text}} },"spec":{"template":{"image":"{{image}}"} } }""").Root;
    }

    private HistoryCase Steps(params string[] names) =>
        History([("templates/agent.yaml", ""), .. names.SelectMany(name => new[] { ($"{name}.yaml", Manifest), ($"{name}.expected", "") })]);

    private string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    private HistoryCase History(params (string File, string Text)[] files)
    {
        foreach ((string file, string text) in files)
        {
            string path = Path.Combine(_folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return new HistoryCase("g/c", _folder);
    }
}
