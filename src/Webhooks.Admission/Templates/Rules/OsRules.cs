namespace Webhooks.Admission.Templates.Rules;

/// <summary>A template for the pods of one operating system brings nothing that the API server refuses there.</summary>
/// <remarks>One that names no system in its injection block is not judged: what suits a pod is then up to the pods that ask.</remarks>
internal static class OsRules
{
    private const string NodeLabel = "kubernetes.io/os";

    private static readonly string[] LinuxOfPod =
    [
        "appArmorProfile", "fsGroup", "fsGroupChangePolicy", "runAsGroup", "runAsUser", "seLinuxChangePolicy", "seLinuxOptions",
        "seccompProfile", "supplementalGroups", "supplementalGroupsPolicy", "sysctls",
    ];

    private static readonly string[] LinuxOfContainer =
    [
        "allowPrivilegeEscalation", "appArmorProfile", "capabilities", "privileged", "procMount", "readOnlyRootFilesystem", "runAsGroup",
        "runAsUser", "seLinuxOptions", "seccompProfile",
    ];

    public static void Check(TemplateFields template, Findings findings)
    {
        string? os = template.Injection.Os;
        IEnumerable<Field> containers = template.Containers.Select(container => container.Field["securityContext"]);
        Field pod = template.Root["securityContext"];
        if (os == "windows")
        {
            Forbid(template.Root, ["shareProcessNamespace"], findings);
            Forbid(pod, LinuxOfPod, findings);
            foreach (Field context in containers)
            {
                Forbid(context, LinuxOfContainer, findings);
            }
        }
        else if (os == "linux")
        {
            foreach (Field options in containers.Prepend(pod).Select(context => context["windowsOptions"]).Where(options => options.IsSet))
            {
                findings.Forbidden(options, "windows options cannot be set for a linux pod", "remove it, or change injection.os");
            }
        }

        foreach ((_, _, Field label) in template.Root["nodeSelector"].Entries().Where(entry => entry.Key == NodeLabel))
        {
            if (os != null && label.Text.Length > 0 && label.Text != os)
            {
                findings.Invalid(label, $"contradicts injection.os: {os}", "remove one of them");
            }
        }
    }

    private static void Forbid(Field holder, string[] names, Findings findings)
    {
        foreach (Field field in names.Select(name => holder[name]).Where(field => field.IsSet))
        {
            findings.Forbidden(field, "cannot be set for a windows pod", "remove it, or change injection.os");
        }
    }
}
