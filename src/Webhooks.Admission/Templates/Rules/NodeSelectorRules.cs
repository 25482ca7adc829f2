namespace Webhooks.Admission.Templates.Rules;

/// <summary>A node selector consists of labels.</summary>
internal static class NodeSelectorRules
{
    public static void Check(TemplateFields template, Findings findings) => LabelRules.CheckLabels(template.Root["nodeSelector"], findings);
}
