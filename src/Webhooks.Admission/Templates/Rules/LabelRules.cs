using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Labels are well-formed, and none stands under the prefix of the annotations.</summary>
internal static class LabelRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Field labels = template.Root["metadata"]["labels"];
        CheckLabels(labels, findings);
        CheckPrefix(labels, template.AnnotationPrefix, findings);
    }

    public static void CheckLabels(Field labels, Findings findings)
    {
        foreach ((string key, Field name, Field value) in labels.Entries())
        {
            findings.Invalid(name, QualifiedName.Problems(key));
            findings.Invalid(value, LabelValue.Problems(value.Text));
        }
    }

    /// <summary>Under the prefix stand the words by which a workload asks: from a template they would ask for more templates.</summary>
    public static void CheckPrefix(Field map, string prefix, Findings findings)
    {
        foreach ((string key, Field name, _) in map.Entries())
        {
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                findings.Forbidden(name, $"keys under {prefix} ask for templates and belong to workloads", "remove it");
            }
        }
    }
}
