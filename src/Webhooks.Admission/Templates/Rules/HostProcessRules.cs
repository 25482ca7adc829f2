namespace Webhooks.Admission.Templates.Rules;

/// <summary>Of a pod's containers all or none are host processes of Windows, and those live on the node's network: only a workload can say so.</summary>
internal static class HostProcessRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field holder in template.Containers.Select(container => container.Field).Prepend(template.Root))
        {
            Field field = holder["securityContext"]["windowsOptions"]["hostProcess"];
            if (field.IsSet)
            {
                findings.Forbidden(
                    field,
                    "all containers of a pod are host processes or none, and only on the node's network",
                    "leave it to the workload, whose pod says it for all containers");
            }
        }
    }
}
