namespace Webhooks.Admission.Templates.Rules;

/// <summary>A template for the pods of one operating system brings nothing that the API server refuses there.</summary>
/// <remarks>One that names no system in its injection block is judged by each pod that says its own (<see cref="OsFields"/>).</remarks>
internal static class OsRules
{
    private const string NodeLabel = "kubernetes.io/os";

    public static void Check(TemplateFields template, Findings findings)
    {
        string? os = template.Injection.Os;
        IEnumerable<Field> containers = template.Containers.Select(container => container.Field["securityContext"]);
        Field pod = template.Root["securityContext"];
        if (os == "windows")
        {
            Forbid(template.Root, OsFields.OfLinux, findings);
            Forbid(pod, OsFields.OfLinuxPods, findings);
            foreach (Field context in containers)
            {
                Forbid(context, OsFields.OfLinuxContainers, findings);
            }
        }
        else if (os == "linux")
        {
            foreach (Field options in containers.Prepend(pod).Select(context => context[OsFields.OfWindows]).Where(options => options.IsSet))
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
