using Webhooks.Admission.Linting;
using Webhooks.Admission.PodSecurity;
using Webhooks.Tests.Templates;
using Xunit;
using static Webhooks.Tests.Linting.Lints;

namespace Webhooks.Tests.Linting;

public sealed class LinterTests
{
    private const string Risky = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: agent-initializer
        data:
          config: |
            containers:
            - name: a
              image: i
              securityContext:
                privileged: §true
                allowPrivilegeEscalation: true
                runAsNonRoot: true
                capabilities: {drop: [ALL]}
                seccompProfile: {type: RuntimeDefault}
        """;

    private static readonly PodSecurityLevel?[] Levels = [null, PodSecurityLevel.Baseline, PodSecurityLevel.Restricted];

    [Fact]
    public void What_baseline_forbids_is_a_warning_and_what_only_restricted_forbids_a_note()
    {
        MarkedText text = new(Risky);
        LintFinding[] findings = [.. Lint(PodSecurityLevel.Restricted, ("all.yaml", text.Text)).Findings];
        Assert.Equal(
            [(LintSeverity.Warning, "privileged", PodSecurityLevel.Baseline, "agent"), (LintSeverity.Note, "allowPrivilegeEscalation", PodSecurityLevel.Restricted, "agent")],
            findings.Select(finding => (finding.Severity, finding.Check, finding.Level!.Value, finding.Template!)));
        Assert.Equal(text.Places[0], $"{findings[0].Line}:{findings[0].Column}");
        Assert.Equal("privileged (container \"a\" must not set securityContext.privileged=true)", findings[0].Message);
    }

    [Fact]
    public void The_level_says_how_much_is_looked_for() => Assert.Equal(
        [0, 1, 2], Levels.Select(level => Lint(level, ("all.yaml", Risky.Replace("§", "", StringComparison.Ordinal))).Findings.Count));

    /// <summary>Places inside a text that is no literal block are told in words.</summary>
    [Fact]
    public void Findings_of_a_quoted_config_have_its_place() => Assert.Equal(
        ["all.yaml:3:16 hostPath volumes (volume \"a\"); take another kind of volume, such as emptyDir (line 1, column 31 of config)"],
        Lint(PodSecurityLevel.Baseline, ("all.yaml", "kind: ConfigMap\nmetadata: {name: a-initializer}\ndata: {config: 'volumes: [{name: a, hostPath: {path: /}}]'}\n"))
            .Findings.Select(finding => $"{finding.File}:{finding.Line}:{finding.Column} {finding.Message}"));

    [Fact]
    public void A_remedy_follows_the_words_of_Kubernetes() => Assert.Contains(
        "runAsNonRoot != true (pod or container \"a\" must set securityContext.runAsNonRoot=true); fine where the workload's pod sets it",
        Lint(PodSecurityLevel.Restricted, ("agent.yaml", "containers: [{name: a, image: i}]")).Findings.Select(finding => finding.Message));

    /// <summary>A template that is refused adds nothing.</summary>
    [Fact]
    public void Broken_templates_have_errors_only()
    {
        LintReport report = Lint(
            PodSecurityLevel.Restricted,
            ("a.yaml", "containers: [{name: a, securityContext: {privileged: true}}]"),
            ("b.yaml", "volumes: [{name: v, hostPath: {path: /}}]"),
            ("c/b.yaml", "volumes: [{name: v, hostPath: {path: /}}]"));
        Assert.Equal(
            [
                "a.yaml:1:14: containers[0].image: Required value; give the container an image",
                "c/b.yaml:1:1: template b stands in b.yaml:1 too; remove one",
            ],
            report.Findings.Select(finding => $"{finding.File}:{finding.Line}:{finding.Column}: {finding.Message}"));
        Assert.All(report.Findings, finding => Assert.Equal((LintSeverity.Error, "template", null), (finding.Severity, finding.Check, finding.Level)));
        Assert.Equal(2, report.Templates);
    }

    [Fact]
    public void Findings_come_by_file_line_and_column()
    {
        LintReport report = Lint(
            PodSecurityLevel.Restricted,
            ("b.yaml", Pod("initializer.kubernetes.io/x: 'true'") + "---\nkind: ConfigMap\nmetadata: {name: x-initializer}\ndata: {}\n"),
            ("a.yaml", "# one\n---\nvolumes: [{name: b, nfs: {server: s, path: /}}, {name: a, hostPath: {path: /}}]\n---\n- x\n"),
            ("B.yaml", "kind: ["));
        IEnumerable<(string File, int Line, int Column)> places = report.Findings.Select(finding => (finding.File, finding.Line, finding.Column));
        Assert.Equal(places.OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Line).ThenBy(place => place.Column), places);
        Assert.Equal(["B.yaml", "a.yaml", "b.yaml"], places.Select(place => place.File).Distinct());
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("# nothing\n", 0)]
    [InlineData("kind: Deployment\napiVersion: apps/v1\n", 0)]
    [InlineData("kind: ConfigMap\nmetadata: {name: other}\n", 0)]
    [InlineData("kind: ConfigMap\nmetadata: {name: a-initializer}\ndata: {}\n", 1)]
    [InlineData("kind: ConfigMap\nmetadata: {name: a-initializer}\ndata: {config: '['}\n", 1)]
    [InlineData("kind: List\nitems: [{kind: ConfigMap, metadata: {name: a-initializer}, data: {config: 'volumes: [{name: a}]'}}]\n---\nvolumes: [{name: a}]\n", 2)]
    public void Templates_are_counted_broken_ones_too(string text, int templates) =>
        Assert.Equal(templates, Lint(PodSecurityLevel.Restricted, ("all.yaml", text)).Templates);

    [Fact]
    public void Files_are_read_together() => Assert.Empty(Lint(
        PodSecurityLevel.Baseline,
        ("pod.yaml", Pod("initializer.kubernetes.io/agent: 'true'")),
        ("templates/agent.yaml", "volumes: [{name: data}]")).Findings);
}
