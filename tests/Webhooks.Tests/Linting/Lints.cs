using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Linting;
using Webhooks.Admission.PodSecurity;
using Webhooks.Admission.Templates;
using Webhooks.Tests.Templates;
using Xunit;

namespace Webhooks.Tests.Linting;

/// <summary>Lints texts.</summary>
internal static class Lints
{
    /// <summary>A template named agent, in a document of its own.</summary>
    public const string Agent = "kind: ConfigMap\nmetadata: {name: agent-initializer}\ndata:\n  config: |\n    volumes: [{name: data}]\n---\n";

    public static LintReport Lint(PodSecurityLevel? level, params (string Path, string Text)[] files) => LintUnder(InjectionOptions.DefaultPrefix, level, files);

    public static LintReport LintUnder(string prefix, PodSecurityLevel? level, params (string Path, string Text)[] files) =>
        new Linter(new AnnotationNames(prefix), level).Lint(files.Select(file => new TemplateFile(file.Path, Encoding.UTF8.GetBytes(file.Text))));

    /// <summary>Manifests in which <c>§</c> marks what is found: once for each <c>check: message</c>, in their order. All are warnings.</summary>
    public static void Warns(string marked, params string[] expected) => WarnsUnder(InjectionOptions.DefaultPrefix, marked, expected);

    public static void WarnsUnder(string prefix, string marked, params string[] expected)
    {
        MarkedText text = new(marked);
        IReadOnlyList<LintFinding> findings = LintUnder(prefix, PodSecurityLevel.Restricted, ("all.yaml", text.Text)).Findings;
        Assert.Equal(expected.Length, text.Places.Count);
        Assert.Equal(
            text.Places.Zip(expected, (place, message) => $"{place}: {message}"),
            findings.Select(finding => $"{finding.Line}:{finding.Column}: {finding.Check}: {finding.Message}"));
        Assert.All(findings, finding => Assert.Equal((LintSeverity.Warning, null, "all.yaml"), (finding.Severity, finding.Level, finding.File)));
    }

    /// <summary>A Pod with one annotation.</summary>
    public static string Pod(string annotation) => $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations: {{{annotation}}}\n";

    /// <summary>A Namespace with one label.</summary>
    public static string Namespace(string label) => $"apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels: {{{label}}}\n";
}
