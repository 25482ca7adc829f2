namespace Webhooks.Admission.Templates.Rules;

/// <summary>A volume comes from the template or from the workload: one that both bring would collide in every pod.</summary>
internal static class WorkloadVolumeRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field name in template.Root[InjectionReader.Name][InjectionFields.WorkloadVolumes.Name].Items())
        {
            if (template.Volumes.TryGetValue(name.Text, out Field volume))
            {
                findings.Invalid(name, "must not be a volume of the template's own", $"remove it, or remove {volume.Path}");
            }
        }
    }
}
