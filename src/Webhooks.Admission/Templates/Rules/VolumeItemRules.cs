namespace Webhooks.Admission.Templates.Rules;

/// <summary>Files that a volume makes of keys and fields stay in the volume, with modes that exist.</summary>
internal static class VolumeItemRules
{
    private const int HighestMode = 0x1FF; // 0777: C# has no octal literals

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field volume in template.Root["volumes"].Items())
        {
            foreach (string source in (string[])["configMap", "secret", "downwardAPI", "projected"])
            {
                CheckMode(volume[source]["defaultMode"], findings);
            }

            foreach (Field item in volume["configMap"]["items"].Items().Concat(volume["secret"]["items"].Items()))
            {
                CheckKey(item, findings);
            }

            foreach (Field item in volume["downwardAPI"]["items"].Items())
            {
                CheckDownward(item, findings);
            }
        }
    }

    /// <summary>A file made of a key of a ConfigMap or Secret.</summary>
    public static void CheckKey(Field item, Findings findings)
    {
        if (item["key"].Text.Length == 0)
        {
            findings.Required(item["key"]);
        }

        CheckPath(item["path"], findings);
        CheckMode(item["mode"], findings);
    }

    /// <summary>A file made of a field of the pod.</summary>
    public static void CheckDownward(Field item, Findings findings)
    {
        Field field = item["fieldRef"];
        Field resource = item["resourceFieldRef"];
        CheckPath(item["path"], findings);
        CheckMode(item["mode"], findings);
        if (field.IsSet == resource.IsSet)
        {
            if (field.IsSet)
            {
                findings.Invalid(item, "fieldRef and resourceFieldRef can not be specified simultaneously", "keep one of them");
            }
            else
            {
                findings.Required(item, "one of fieldRef and resourceFieldRef is required");
            }
        }

        DownwardRules.CheckField(field, DownwardRules.VolumePaths, findings);
        DownwardRules.CheckResource(resource, isVolume: true, findings);
    }

    /// <summary>Where in a volume a file goes.</summary>
    public static void CheckPath(Field path, Findings findings)
    {
        if (path.Text.Length == 0)
        {
            findings.Required(path);
        }
        else
        {
            findings.Invalid(path, LocalPath.FileProblems(path.Text));
        }
    }

    private static void CheckMode(Field mode, Findings findings)
    {
        if (mode.Number is < 0 or > HighestMode)
        {
            findings.Invalid(
                mode,
                "must be a number between 0 and 0777 (octal), both inclusive",
                mode.Number == 644 ? "in YAML write 0644, in JSON 420" : "");
        }
    }
}
