namespace Webhooks.Admission.Templates.Rules;

/// <summary>A template brings something.</summary>
internal static class EmptyRule
{
    private static readonly string[] Brought = ["containers", "initContainers", "volumes", "imagePullSecrets"];

    public static void Check(TemplateFields template, Findings findings)
    {
        Field metadata = template.Root["metadata"];
        if (Brought.All(name => template.Root[name].Count == 0) && metadata["labels"].Count == 0 && metadata["annotations"].Count == 0)
        {
            findings.Whole(
                template.Root,
                $"the template brings nothing; give it {string.Join(", ", Brought)}, metadata.labels or metadata.annotations, or delete it");
        }
    }
}
