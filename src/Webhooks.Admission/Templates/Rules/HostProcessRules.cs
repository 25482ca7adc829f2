namespace Webhooks.Admission.Templates.Rules;

/// <summary>Of a pod's containers all or none are host processes of Windows, and those live on the node's network.</summary>
internal static class HostProcessRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Field ofPod = HostProcess(template.Root);
        Field[] fields = [.. template.Containers.Select(container => HostProcess(container.Field))];
        foreach (Field field in fields.Where(field => field.IsSet && ofPod.IsSet && field.IsTrue != ofPod.IsTrue))
        {
            findings.Invalid(field, $"pod hostProcess value must be identical if both are specified, was {(ofPod.IsTrue ? "true" : "false")}");
        }

        bool[] isProcess = [.. fields.Select(field => field.IsTrue || (!field.IsSet && ofPod.IsTrue))];
        int first = Array.IndexOf(isProcess, true);
        int other = Array.IndexOf(isProcess, false);
        if (first >= 0 && other >= 0)
        {
            findings.Invalid(fields[other], "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        }

        if ((first >= 0 || ofPod.IsTrue) && template.Injection.SkipsHostNetwork)
        {
            findings.Invalid(
                ofPod.IsTrue ? ofPod : fields[first],
                "hostNetwork must be true if pod contains any hostProcess containers",
                "remove injection.hostNetwork: skip, which leaves out just the pods that have it");
        }
    }

    private static Field HostProcess(Field holder) => holder["securityContext"]["windowsOptions"]["hostProcess"];
}
