using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>An environment variable has a name, and a value or one source of it.</summary>
internal static class EnvRules
{
    private static readonly string[] Sources = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field env in template.Environments.SelectMany(container => container["env"].Items()))
        {
            Field name = env["name"];
            if (name.Text.Length == 0)
            {
                findings.Required(name);
            }
            else
            {
                findings.Invalid(name, EnvVarName.Problems(name.Text));
            }

            if (env["valueFrom"] is { IsSet: true } from)
            {
                CheckFrom(env, from, template, findings);
            }
        }
    }

    private static void CheckFrom(Field env, Field from, TemplateFields template, Findings findings)
    {
        int count = Sources.Count(source => from[source].IsSet);
        if (count == 0)
        {
            findings.Invalid(from, $"must specify one of: {string.Join(", ", Sources)}");
        }
        else if (env["value"].Text.Length > 0)
        {
            findings.Invalid(from, "may not be specified when `value` is not empty", "keep one of them");
        }
        else if (count > 1)
        {
            findings.Invalid(from, "may not have more than one field specified at a time");
        }

        DownwardRules.CheckField(from["fieldRef"], DownwardRules.EnvPaths, findings);
        DownwardRules.CheckResource(from["resourceFieldRef"], isVolume: false, findings);
        CheckKey(from["configMapKeyRef"], findings);
        CheckKey(from["secretKeyRef"], findings);
        CheckFile(from["fileKeyRef"], template, findings);
    }

    private static void CheckKey(Field reference, Findings findings)
    {
        if (!reference.IsSet)
        {
            return;
        }

        Field name = reference["name"];
        Field key = reference["key"];
        CheckText(name, DnsSubdomain.Problems, findings);
        CheckText(key, ConfigMapKey.Problems, findings);
    }

    /// <summary>A file with variables, which another container writes into an emptyDir.</summary>
    private static void CheckFile(Field reference, TemplateFields template, Findings findings)
    {
        if (!reference.IsSet)
        {
            return;
        }

        Field volumeName = reference["volumeName"];
        CheckText(reference["key"], EnvVarName.Problems, findings);
        CheckText(reference["path"], LocalPath.Problems, findings);
        if (volumeName.Text.Length == 0)
        {
            findings.Required(volumeName);
        }
        else if (!template.HasVolume(volumeName.Text))
        {
            findings.NotFound(volumeName, MountRules.AddTo(volumeName.Text, template));
        }
        else if (template.Volumes.TryGetValue(volumeName.Text, out Field volume) && VolumeRules.SourceOf(volume) is not "emptyDir")
        {
            findings.Invalid(volumeName, "referenced volume must be of type emptyDir");
        }
    }

    private static void CheckText(Field field, Func<string, IReadOnlyList<string>> problems, Findings findings)
    {
        if (field.Text.Length == 0)
        {
            findings.Required(field);
        }
        else
        {
            findings.Invalid(field, problems(field.Text));
        }
    }
}
