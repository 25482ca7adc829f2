namespace Webhooks.Admission.Templates.Rules;

/// <summary>A mount names a volume that the pod has and a path of its own.</summary>
internal static class MountRules
{
    private static readonly string[] Propagations = ["Bidirectional", "HostToContainer", "None"];
    private static readonly string[] ReadOnlyModes = ["Disabled", "Enabled", "IfPossible"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field container in template.Environments.Where(container => container["volumeMounts"].Count > 0))
        {
            Dictionary<string, Field> paths = new(StringComparer.Ordinal);
            foreach (Field mount in container["volumeMounts"].Items())
            {
                CheckName(mount["name"], template, findings);
                CheckPath(mount["mountPath"], paths, findings);
                CheckSubPath(mount, template, findings);
                CheckPropagation(mount["mountPropagation"], container, findings);
                CheckRecursion(mount, findings);
            }
        }
    }

    /// <summary>What to do about a volume that neither the template brings nor the workload must have.</summary>
    public static string AddTo(string volume, TemplateFields template) =>
        "add it to volumes, or to injection.workloadVolumes where the workload brings it"
        + NearestName.Hint(volume, template.Volumes.Keys.Concat(template.Injection.WorkloadVolumes));

    private static void CheckName(Field name, TemplateFields template, Findings findings)
    {
        if (name.Text.Length == 0)
        {
            findings.Required(name);
        }
        else if (!template.HasVolume(name.Text))
        {
            findings.NotFound(name, findings.IsFull ? "" : AddTo(name.Text, template));
        }
    }

    private static void CheckPath(Field path, Dictionary<string, Field> paths, Findings findings)
    {
        if (path.Text.Length == 0)
        {
            findings.Required(path);
        }
        else if (!paths.TryAdd(path.Text, path))
        {
            findings.Invalid(path, "must be unique", $"{paths[path.Text].Path} has it too");
        }
    }

    private static void CheckSubPath(Field mount, TemplateFields template, Findings findings)
    {
        Field path = mount["subPath"];
        Field expression = mount["subPathExpr"];
        bool isImage = template.Volumes.TryGetValue(mount["name"].Text, out Field volume) && volume["image"].IsSet;
        foreach (Field one in (Field[])[path, expression])
        {
            if (isImage && one.Text.Length > 0)
            {
                findings.Invalid(one, "not allowed in image volume sources");
            }

            findings.Invalid(one, LocalPath.Problems(one.Text));
        }

        if (path.Text.Length > 0 && expression.Text.Length > 0)
        {
            findings.Invalid(expression, "subPathExpr and subPath are mutually exclusive", "keep one of them");
        }
    }

    private static void CheckPropagation(Field propagation, Field container, Findings findings)
    {
        if (!propagation.IsSet)
        {
            return;
        }

        if (!Propagations.Contains(propagation.Text))
        {
            findings.NotSupported(propagation, Propagations);
        }
        else if (propagation.Text == "Bidirectional" && !container["securityContext"]["privileged"].IsTrue)
        {
            findings.Forbidden(propagation, "Bidirectional mount propagation is available only to privileged containers");
        }
    }

    private static void CheckRecursion(Field mount, Findings findings)
    {
        Field mode = mount["recursiveReadOnly"];
        if (!mode.IsSet || mode.Text == "Disabled")
        {
            return;
        }

        if (!ReadOnlyModes.Contains(mode.Text))
        {
            findings.NotSupported(mode, ReadOnlyModes);
            return;
        }

        if (!mount["readOnly"].IsTrue)
        {
            findings.Forbidden(mode, "may only be specified when readOnly is true", "set readOnly: true");
        }

        if (mount["mountPropagation"] is { IsSet: true, Text: not "None" })
        {
            findings.Forbidden(mode, "may only be specified when mountPropagation is None or not specified");
        }
    }
}
