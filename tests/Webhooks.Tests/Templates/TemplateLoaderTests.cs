using Webhooks.Admission.Templates;
using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class TemplateLoaderTests
{
    private const string Takes =
        "a template takes containers, initContainers, volumes, imagePullSecrets, hostAliases, tolerations, readinessGates, nodeSelector, dnsConfig, securityContext, shareProcessNamespace, terminationGracePeriodSeconds, topologySpreadConstraints, resourceClaims, metadata, injection";

    [Fact]
    public void Bare_files_and_config_maps_are_templates_and_other_objects_are_passed_over()
    {
        LoadedTemplates loaded = Load(
            ("dir/logging-agent.yaml", "containers: [{name: a, image: i}]"),
            ("dir/kustomization.yaml", "resources: [all.yaml]"),
            ("dir/all.yaml", "# nothing\n---\nkind: ConfigMap\nmetadata: {name: cache-initializer, namespace: any}\ndata: {config: 'volumes: [{name: a}]'}\n---\nkind: ConfigMap\nmetadata: {name: plain}\n---\nkind: Service\n"));
        Assert.Empty(loaded.Problems);
        Assert.Equal(["cache", "logging-agent"], loaded.Templates.Names);
    }

    [Fact]
    public void The_same_name_in_two_files_is_refused()
    {
        LoadedTemplates loaded = Load(
            ("a.yaml", "volumes: [{name: a}]"),
            ("b.yaml", "kind: ConfigMap\nmetadata: {name: a-initializer}\ndata:\n  config: |\n    volumes: [{name: a}]\n"),
            ("c.yaml", "volumes: [{name: a}]"));
        Assert.Equal(["b.yaml:5:5: template a stands in a.yaml:1 too; remove one"], loaded.Problems.Select(problem => problem.ToString()));
        Assert.Equal(["c"], loaded.Templates.Names);
        Assert.True(loaded.Templates.IsInvalid("a"));
    }

    [Theory]
    [InlineData("§- name: a\n  image: i", "the template is a bare list; put it under `containers:`")]
    [InlineData("§text", "the template must be a mapping of PodSpec fields, such as `containers:`")]
    [InlineData("§{}", "the template brings nothing; give it containers, another field of a PodSpec, metadata.labels or metadata.annotations, or delete it")]
    [InlineData("§containers: []\nvolumes: null\nmetadata: {labels: {}}", "the template brings nothing; give it containers, another field of a PodSpec, metadata.labels or metadata.annotations, or delete it")]
    [InlineData("§injection: {default: true}", "the template brings nothing; give it containers, another field of a PodSpec, metadata.labels or metadata.annotations, or delete it")]
    [InlineData("§dnsConfig: {}\nsecurityContext: {}\ntolerations: []\nshareProcessNamespace: null", "the template brings nothing; give it containers, another field of a PodSpec, metadata.labels or metadata.annotations, or delete it")]
    [InlineData("§container: []\nvolumes: [{name: a}]", "container: unknown field; did you mean \"containers\"?")]
    [InlineData("§hostNetwrk: true\nvolumes: [{name: a}]", "hostNetwrk: unknown field; " + Takes)]
    [InlineData("§spec: {}\nvolumes: [{name: a}]", "spec: unknown field; a template is what stands in a spec, move its fields to the left")]
    [InlineData("volumes: [{name: a}]\nterminationGracePeriodSeconds: §1s", "terminationGracePeriodSeconds: must be an integer")]
    [InlineData("volumes: [{name: a}]\n§volumes: [{name: a}]", "volumes: stands twice; remove one")]
    [InlineData("containers: [{name: a, image: i, §imagePullpolicy: Always}]", "containers[0].imagePullpolicy: unknown field; did you mean \"imagePullPolicy\"?")]
    [InlineData("containers: [{name: a, image: i, command: §sleep 1}]", "containers[0].command: must be a list")]
    [InlineData("containers: [{name: a, image: i, args: [§1]}]", "containers[0].args[0]: must be a string, not the number 1; put quotes around it")]
    [InlineData("containers: [{name: a, image: i, tty: §'no'}]", "containers[0].tty: must be true or false")]
    [InlineData("containers: [{name: a, image: i, resources: {limits: {cpu: §1 core}}}]", "containers[0].resources.limits[cpu]: must be a quantity such as 100m or 128Mi")]
    public void Forms_that_are_refused(string template, string message) => Refuses(template, message);

    [Theory]
    [InlineData("status.yaml", "the name status is reserved; rename the template")]
    [InlineData("a_b.yaml", "the template's name \"a_b\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')")]
    public void Names_that_are_refused(string path, string message) => RefusesFile(path, "§volumes: [{name: a}]", message);

    [Fact]
    public void All_problems_come_at_once_in_the_order_of_the_file() => Refuses(
        """
        containers:
        - name: §Agent_1
          image: i
          env:
          - name: PORT
            value: §8080
          volumeMounts:
          - name: §varlgo
            mountPath: /var/log
          ports:
          - §name: http
          §lifecyle: {}
        volumes:
        - name: varlog
          hostPath: §{}
        §dnsPolicy: None
        """,
        "containers[0].name: Invalid value: \"Agent_1\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
        "containers[0].env[0].value: must be a string, not the number 8080; put quotes around it",
        "containers[0].volumeMounts[0].name: Not found: \"varlgo\"; add it to volumes, or to injection.workloadVolumes where the workload brings it; did you mean \"varlog\"?",
        "containers[0].ports[0].containerPort: Required value",
        "containers[0].lifecyle: unknown field; did you mean \"lifecycle\"?",
        "volumes[0].hostPath.path: Required value",
        "dnsPolicy: no template brings it: the API server fills in ClusterFirst before admission, so the workload's word can't be told from the default; use dnsConfig, which adds to what the policy gives");

    [Fact]
    public void All_problems_of_a_quoted_config_come_too()
    {
        const string Config = "kind: ConfigMap\nmetadata: {name: a-initializer}\ndata: {config: 'containers: [{name: 1}, {name: \"1.\", image: i}, 5]'}";
        string[] starts = ["containers[0].image: Required", "containers[0].name: must be a string", "containers[1].name: Invalid", "containers[2]: must be an object"];
        Assert.All(
            Load(("a.yaml", Config)).Problems.Select(problem => problem.Message).Order(StringComparer.Ordinal).Zip(starts),
            pair => Assert.StartsWith(pair.Second, pair.First, StringComparison.Ordinal));
        Assert.Equal(starts.Length, Load(("a.yaml", Config)).Problems.Count);
    }

    [Fact]
    public void A_hundred_problems_are_enough()
    {
        LoadedTemplates loaded = Load(("a.yaml", "containers: [" + string.Concat(Enumerable.Repeat("{},", 300)) + "]"));
        Assert.Equal(101, loaded.Problems.Count);
        Assert.Single(loaded.Problems, problem => problem.Message == "there are more than 100 problems; the others are not shown");
    }

    [Fact]
    public void A_broken_template_does_not_keep_the_others_out()
    {
        LoadedTemplates loaded = Load(("a.yaml", "volumes: [{}]"), ("b.yaml", "volumes: [{name: a}]"), ("c.yaml", "["));
        Assert.Equal(["b"], loaded.Templates.Names);
        Assert.True(loaded.Templates.IsInvalid("a") && loaded.Templates.IsInvalid("c") && !loaded.Templates.IsInvalid("b"));
        Assert.Equal(["a.yaml", "c.yaml"], loaded.Problems.Select(problem => problem.File).Distinct());
    }

    [Fact]
    public void A_broken_document_does_not_keep_the_others_of_its_file_out()
    {
        LoadedTemplates loaded = Load(("all.yaml", "[\n---\nkind: ConfigMap\nmetadata: {name: a-initializer}\ndata: {config: 'volumes: [{name: a}]'}\n"));
        Assert.Equal(["a"], loaded.Templates.Names);
        Assert.Null(Assert.Single(loaded.Problems).Template);
    }

    [Fact]
    public void A_message_is_short_however_long_the_names_in_it()
    {
        string name = new('x', 20_000);
        LoadedTemplates loaded = Load(("a.json", $"{{\"{name}\": 1, \"{name}\": 1}}"), ("b.yaml", $"a: *{name}\n"));
        Assert.Equal(["a.json", "a.json", "b.yaml"], loaded.Problems.Select(problem => problem.File).Order());
        Assert.All(loaded.Problems, problem => Assert.InRange(problem.Message.Length, 1, 1000));
    }

    [Fact]
    public void Comments_and_spelling_do_not_change_the_hash()
    {
        InjectionTemplate one = Load(("a.yaml", "volumes: [{name: a}] # comment\ncontainers: null")).Templates.Find("a")!;
        InjectionTemplate two = Load(("a.json", "{\"volumes\": [{\"name\": \"a\", \"emptyDir\": null}]}")).Templates.Find("a")!;
        InjectionTemplate other = Load(("a.yaml", "volumes: [{name: b}]")).Templates.Find("a")!;
        Assert.Equal(one.Hash, two.Hash);
        Assert.NotEqual(one.Hash, other.Hash);
    }
}
