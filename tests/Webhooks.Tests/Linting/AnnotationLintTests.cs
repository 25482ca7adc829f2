using Webhooks.Admission.Linting;
using Xunit;
using static Webhooks.Tests.Linting.Lints;

namespace Webhooks.Tests.Linting;

public sealed class AnnotationLintTests
{
    private const string P = "initializer.kubernetes.io/";

    [Theory]
    [InlineData("§initializer.kubernetes.io/agnt: 'true'", "annotation-key: initializer.kubernetes.io/agnt: no such template in these files; did you mean \"agent\"?")]
    [InlineData("§initializer.kubernetes.io/Agent: 'true'", "annotation-key: initializer.kubernetes.io/Agent: no such template in these files; did you mean \"agent\"?")]
    [InlineData("§initializer.kubernetes.io/logger: 'false'", "annotation-key: initializer.kubernetes.io/logger: no such template in these files")]
    [InlineData("§initializer.kubernetes.io/logger: nonsense", "annotation-key: initializer.kubernetes.io/logger: no such template in these files")]
    [InlineData("§initializer.kubernetes.io/: 'true'", "annotation-key: initializer.kubernetes.io/: no such template in these files")]
    [InlineData("§initializer.kubernetes.io/injecton: 'false'", "annotation-key: initializer.kubernetes.io/injecton: no such template in these files; did you mean \"injection\"?")]
    [InlineData("§initializer.kubernetes.io/refesh: '1'", "annotation-key: initializer.kubernetes.io/refesh: no such template in these files; did you mean \"refresh\"?")]
    public void Names_that_no_template_has(string annotation, string expected) => Warns(Agent + Pod(annotation), expected);

    [Fact]
    public void Without_templates_any_name_may_be_one_but_a_misspelt_word()
    {
        Warns(Pod($"{P}logger: 'true'"));
        Warns(Pod($"§{P}injecton: 'false'"), $"annotation-key: {P}injecton: no such template; did you mean \"injection\"?");
        Warns(Pod($"§{P}Refresh: '1'"), $"annotation-key: {P}Refresh: no such template; did you mean \"refresh\"?");
    }

    [Theory]
    [InlineData("agent: §on", "true needs quotes, it must be a string")]
    [InlineData("agent: §1", "1 needs quotes, it must be a string")]
    [InlineData("agent: §'on'", "\"on\" is neither \"true\" nor \"false\"")]
    [InlineData("agent: §' true'", "\" true\" is neither \"true\" nor \"false\"")]
    [InlineData("agent: §null", "\"\" is neither \"true\" nor \"false\"")]
    [InlineData("agent: §\"enabled, for every container of it\"", "\"enabled, for every container o… is neither \"true\" nor \"false\"")]
    [InlineData("injection: §disabled", "\"disabled\" is neither \"true\" nor \"false\"")]
    [InlineData("refresh: §2026", "needs quotes, it must be a string")]
    [InlineData("status: §{}", "needs quotes, it must be a string")]
    public void Values_that_are_not_understood(string annotation, string problem) => Warns(
        Agent + Pod(P + annotation), $"annotation-value: {P}{annotation.Split(':')[0]}: {problem}");

    [Theory]
    [InlineData("agent: 'true'")]
    [InlineData("agent: 'False'")]
    [InlineData("agent: '1'")]
    [InlineData("injection: 'false'")]
    [InlineData("refresh: '2026-01-01'")]
    [InlineData("refresh: anything")]
    [InlineData("status: '{}'")]
    public void Annotations_that_are_fine(string annotation) => Warns(Agent + Pod(P + annotation));

    [Fact]
    public void Values_are_judged_without_templates_too() =>
        Warns(Pod($"{P}logger: §'yes'"), $"annotation-value: {P}logger: \"yes\" is neither \"true\" nor \"false\"");

    /// <summary>The object's own, and those of what its controller makes of it; whatever the kind.</summary>
    [Theory]
    [InlineData("apps/v1", "Deployment", "spec: {template: {metadata: {annotations: {§0: 'true'}}}}")]
    [InlineData("batch/v1", "CronJob", "spec: {jobTemplate: {metadata: {annotations: {§0: 'true'}}}}")]
    [InlineData("batch/v1", "CronJob", "spec: {jobTemplate: {spec: {template: {metadata: {annotations: {§0: 'true'}}}}}}")]
    [InlineData("v1", "PodTemplate", "template: {metadata: {annotations: {§0: 'true'}}}")]
    [InlineData("v1", "Service", "metadata: {annotations: {§0: 'true'}}")]
    [InlineData("example.com/v1", "Rollout", "spec: {template: {metadata: {annotations: {§0: 'true'}}}}")]
    public void All_metadata_of_an_object_is_looked_at(string apiVersion, string kind, string rest)
    {
        string text = $"apiVersion: {apiVersion}\nkind: {kind}\n{rest.Replace("0", P + "agnt", StringComparison.Ordinal)}\n";
        Warns(Agent + text, $"annotation-key: {P}agnt: no such template in these files; did you mean \"agent\"?");
    }

    [Fact]
    public void The_items_of_a_List_are_looked_at() => Warns(
        Agent + $"apiVersion: v1\nkind: PodList\nitems:\n- metadata:\n    annotations:\n      §{P}agnt: 'true'\n",
        $"annotation-key: {P}agnt: no such template in these files; did you mean \"agent\"?");

    [Theory]
    [InlineData("metadata: {annotations: [a]}")]
    [InlineData("metadata: null\nspec: [template]")]
    [InlineData("spec: {template: text}")]
    public void What_is_no_metadata_is_passed_over(string rest) => Warns($"apiVersion: v1\nkind: Pod\n{rest}\n");

    [Fact]
    public void A_template_that_is_broken_is_known()
    {
        LintReport report = Lint(
            null,
            ("broken.yaml", "containers: ["),
            ("agent.yaml", "volumes: [{name: data}]"),
            ("pod.yaml", Pod($"{P}broken: 'true', {P}agent: 'true'")));
        Assert.All(report.Findings, finding => Assert.Equal(("broken.yaml", "broken"), (finding.File, finding.Template)));
        Assert.Equal(1, report.Count(LintSeverity.Error));
    }

    /// <summary>A manifest that can't be read has the name of a template only perhaps.</summary>
    [Fact]
    public void A_file_that_cannot_be_read_does_not_make_templates_known() =>
        Assert.Equal(["cut.yaml"], Lint(null, ("cut.yaml", "kind: ["), ("pod.yaml", Pod($"{P}agent: 'true'"))).Findings.Select(finding => finding.File));

    [Fact]
    public void The_template_whose_annotation_is_not_understood_is_named() =>
        Assert.Equal(["agent"], Lint(null, ("all.yaml", Agent + Pod($"{P}agent: 'on'"))).Findings.Select(finding => finding.Template));

    [Fact]
    public void Another_prefix_is_heeded() => WarnsUnder(
        "inject.example.com/",
        Agent + Pod($"{P}agnt: 'true', §inject.example.com/agnt: 'true'"),
        "annotation-key: inject.example.com/agnt: no such template in these files; did you mean \"agent\"?");

    [Fact]
    public void What_strangers_wrote_stays_on_one_line_and_short()
    {
        string key = $"{P}{new string('x', 4000)}";
        LintFinding finding = Assert.Single(Lint(null, ("all.yaml", Agent + Pod($"\"{P}\\u001b[2J\\n\": 'true', ? \"{key}\"\n   : 'true'"))).Findings, one => one.Message.Contains("[2J", StringComparison.Ordinal));
        Assert.DoesNotContain(finding.Message, char.IsControl);
        Assert.All(Lint(null, ("all.yaml", Agent + Pod($"? \"{key}\"\n   : 'true'"))).Findings, one => Assert.InRange(one.Message.Length, 1, 300));
    }
}
