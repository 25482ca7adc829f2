using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Linting;

/// <summary>Finds Namespaces that were meant to opt in and don't: only the label with the value <c>enabled</c> does that.</summary>
internal sealed class NamespaceLint(AnnotationNames annotations)
{
    /// <summary>What the label is named behind the prefix.</summary>
    public const string Word = "injection";

    private static readonly GroupKind Namespace = new("", "Namespace");

    private readonly PrefixSlip _slip = new(annotations);

    public static bool Handles(AdmissionRequest request) => request.Kind.GroupKind == Namespace;

    public void Check(AdmissionRequest request, DocumentFindings findings)
    {
        JsonValue metadata = request.Object["metadata"u8];
        CheckLabels(metadata["labels"u8], findings);
        CheckAnnotations(metadata["annotations"u8], findings);
    }

    private static JsonCursor Entries(JsonValue map) => new(map.Kind == JsonKind.Object ? map : default);

    private void CheckAnnotations(JsonValue map, DocumentFindings findings)
    {
        JsonCursor entries = Entries(map);
        while (entries.MoveNext())
        {
            string key = entries.Name;
            if (key.StartsWith(annotations.Prefix, StringComparison.Ordinal))
            {
                findings.Warn(
                    entries.NameValue,
                    LintChecks.NamespaceLabel,
                    $"{Shortened.Of(key)}: does nothing on a Namespace, which opts in by the label {annotations.Injection}: enabled");
            }
        }
    }

    private void CheckLabels(JsonValue map, DocumentFindings findings)
    {
        JsonCursor entries = Entries(map);
        while (entries.MoveNext())
        {
            string key = entries.Name;
            if (key == annotations.Injection)
            {
                CheckValue(entries.Value, findings);
            }
            else if (NameIn(key) is { } name && NearestName.Find(name, [Word]) != null)
            {
                findings.Warn(
                    entries.NameValue, LintChecks.NamespaceLabel, $"{Shortened.Of(key)}: opts nothing in; did you mean \"{annotations.Injection}\"?");
            }
        }
    }

    /// <summary>Who writes <c>disabled</c> gets what it says.</summary>
    private void CheckValue(JsonValue value, DocumentFindings findings)
    {
        if (!value.TextEquals("enabled"u8) && !value.TextEquals("disabled"u8))
        {
            findings.Warn(
                value, LintChecks.NamespaceLabel, $"{annotations.Injection}: {Warning.Excerpt(value.ToString())} opts nothing in; only \"enabled\" does");
        }
    }

    private string? NameIn(string key) =>
        key.StartsWith(annotations.Prefix, StringComparison.Ordinal) ? key[annotations.Prefix.Length..] : _slip.NameIn(key);
}
