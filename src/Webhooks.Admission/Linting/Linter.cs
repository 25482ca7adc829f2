using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.PodSecurity;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Linting;

/// <summary>Finds in templates and manifests what is wrong, or probably not meant.</summary>
/// <param name="annotations">The annotations that are ours.</param>
/// <param name="level">The Pod Security level to hold valid templates against; <c>null</c>: none.</param>
/// <remarks>Pure: what it is given is all it looks at. Immutable and thread safe.</remarks>
public sealed class Linter(AnnotationNames annotations, PodSecurityLevel? level)
{
    /// <summary>Looks at all files together: manifests may ask for the templates of other files.</summary>
    /// <param name="files">The files; each document is a template, a manifest or a List of both.</param>
    public LintReport Lint(IEnumerable<TemplateFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        LoadTrace trace = new();
        LoadedTemplates loaded = TemplateLoader.Load(files, annotations.Prefix, trace);
        List<LintFinding> findings =
        [
            .. loaded.Problems.Select(problem => Of(problem, LintSeverity.Error, LintChecks.Template)),
            .. trace.Valid.SelectMany(PodSecurityFindings),
        ];
        AnnotationLint objects = new(annotations, trace.Names, loaded.Templates);
        NamespaceLint namespaces = new(annotations);
        foreach ((TemplateFile file, YamlDocument document) in trace.Documents)
        {
            DocumentFindings found = new(file.Path, document, findings);
            foreach (AdmissionRequest request in ManifestObjects.In(document.Root).Select(manifest => manifest.Request))
            {
                if (NamespaceLint.Handles(request))
                {
                    namespaces.Check(request, found);
                }
                else
                {
                    objects.Check(request, found);
                }
            }
        }

        IEnumerable<LintFinding> sorted = findings.OrderBy(finding => finding.File, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line).ThenBy(finding => finding.Column);
        return new LintReport([.. sorted], trace.Names.Count);
    }

    /// <summary>What a template would add to a pod, as far as the template alone decides.</summary>
    private IEnumerable<LintFinding> PodSecurityFindings(TemplateText text)
    {
        IEnumerable<PodSecurityFinding> found = level is { } most ? text.BreachesOf(most) : [];
        return found.Select(finding => Of(
            text.At(finding.Place, finding.Remedy.Length == 0 ? finding.Message : $"{finding.Message}; {finding.Remedy}"),
            finding.Level == PodSecurityLevel.Baseline ? LintSeverity.Warning : LintSeverity.Note,
            finding.Check,
            finding.Level));
    }

    private static LintFinding Of(TemplateProblem problem, LintSeverity severity, string check, PodSecurityLevel? level = null) => new(
        problem.File, problem.Line, problem.Column, severity, check, level, problem.Template, problem.Message);
}
