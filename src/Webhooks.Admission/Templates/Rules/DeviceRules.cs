namespace Webhooks.Admission.Templates.Rules;

/// <summary>A block device names a claim that the pod has and that nothing mounts, and a path of its own.</summary>
internal static class DeviceRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field container in template.Containers.Select(container => container.Field).Where(container => container["volumeDevices"].Count > 0))
        {
            HashSet<string> mounted = [.. container["volumeMounts"].Items().Select(mount => mount["name"].Text)];
            HashSet<string> mountPaths = [.. container["volumeMounts"].Items().Select(mount => mount["mountPath"].Text)];
            HashSet<string> names = [];
            HashSet<string> paths = [];
            foreach (Field device in container["volumeDevices"].Items())
            {
                CheckName(device["name"], names, mounted, template, findings);
                CheckPath(device["devicePath"], paths, mountPaths, findings);
            }
        }
    }

    private static void CheckName(Field name, HashSet<string> names, HashSet<string> mounted, TemplateFields template, Findings findings)
    {
        if (name.Text.Length == 0)
        {
            findings.Required(name);
            return;
        }

        if (!names.Add(name.Text))
        {
            findings.Invalid(name, "must be unique");
        }

        if (mounted.Contains(name.Text))
        {
            findings.Invalid(name, "must not already exist in volumeMounts");
        }

        if (!template.HasVolume(name.Text))
        {
            findings.NotFound(name, MountRules.AddTo(name.Text, template));
        }
        else if (template.Volumes.TryGetValue(name.Text, out Field volume) && !volume["persistentVolumeClaim"].IsSet && !volume["ephemeral"].IsSet)
        {
            findings.Invalid(name, "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
        }
    }

    private static void CheckPath(Field path, HashSet<string> paths, HashSet<string> mountPaths, Findings findings)
    {
        if (path.Text.Length == 0)
        {
            findings.Required(path);
            return;
        }

        if (!paths.Add(path.Text))
        {
            findings.Invalid(path, "must be unique");
        }

        if (LocalPath.HasBacksteps(path.Text))
        {
            findings.Invalid(path, "can not contain backsteps ('..')");
        }

        if (mountPaths.Contains(path.Text))
        {
            findings.Invalid(path, "must not already exist as a path in volumeMounts");
        }
    }
}
