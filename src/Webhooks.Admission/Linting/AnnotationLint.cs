using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Linting;

/// <summary>Finds annotations that were meant for us and do nothing.</summary>
/// <param name="annotations">The annotations that are ours.</param>
/// <param name="names">The names of the templates that are known; with none, any name may be one.</param>
/// <param name="templates">The templates, with the names of those that could not even be read.</param>
internal sealed class AnnotationLint(AnnotationNames annotations, IReadOnlySet<string> names, TemplateSet templates)
{
    private static readonly string[] Words = [NamespaceLint.Word, "refresh"];

    /// <summary>Where objects have metadata: their own, and that of what is made of them.</summary>
    private static readonly string[][] Metadata =
    [
        ["metadata"],
        ["spec", "template", "metadata"],
        ["spec", "jobTemplate", "metadata"],
        ["spec", "jobTemplate", "spec", "template", "metadata"],
        ["template", "metadata"],
    ];

    private readonly PrefixSlip _slip = new(annotations);
    private readonly string[] _meant = [.. names.Concat(Words).Order(StringComparer.Ordinal)];

    public void Check(AdmissionRequest request, DocumentFindings findings)
    {
        foreach (string[] path in Metadata)
        {
            JsonValue map = PodTemplates.Find(request.Object, path)["annotations"u8];
            JsonCursor entries = new(map.Kind == JsonKind.Object ? map : default);
            while (entries.MoveNext())
            {
                CheckAnnotation(entries.Name, entries.NameValue, entries.Value, findings);
            }
        }
    }

    private void CheckAnnotation(string key, JsonValue place, JsonValue value, DocumentFindings findings)
    {
        if (!key.StartsWith(annotations.Prefix, StringComparison.Ordinal))
        {
            CheckPrefix(key, place, value, findings);
            return;
        }

        string name = key[annotations.Prefix.Length..];
        bool isKnown = IsTemplate(name);
        if (AnnotationNames.IsReserved(name) && name != NamespaceLint.Word)
        {
            if (value.Kind is not (JsonKind.String or JsonKind.Null))
            {
                findings.Warn(value, LintChecks.AnnotationValue, $"{key}: {OptInValue.NeedsQuotes}");
            }
        }
        else if (!isKnown && name != NamespaceLint.Word && UnknownHint(name) is { } hint)
        {
            findings.Warn(place, LintChecks.AnnotationKey, $"{Shortened.Of(key)}: {hint}");
        }
        else if (!OptInValue.TryRead(value, out _))
        {
            findings.Warn(
                value, LintChecks.AnnotationValue, $"{Shortened.Of(key)}: {OptInValue.Problem(value)}", isKnown ? name : null);
        }
    }

    /// <summary>What to say of a name that no template here has; <c>null</c> where the templates may be elsewhere and it is near no word.</summary>
    private string? UnknownHint(string name)
    {
        string hint = NearestName.Hint(name, _meant);
        return names.Count > 0 || hint.Length > 0 ? $"no such template{(names.Count > 0 ? " in these files" : "")}{hint}" : null;
    }

    private void CheckPrefix(string key, JsonValue place, JsonValue value, DocumentFindings findings)
    {
        if (_slip.NameIn(key) is { } name && (IsTemplate(name) || Words.Contains(name) || (names.Count == 0 && OptInValue.TryRead(value, out _))))
        {
            findings.Warn(
                place, LintChecks.AnnotationPrefix, $"{Shortened.Of(key)}: asks for nothing; did you mean \"{annotations.For(Shortened.Of(name))}\"?");
        }
    }

    private bool IsTemplate(string name) => names.Contains(name) || templates.IsInvalid(name);
}
