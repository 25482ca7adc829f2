using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Each <c>envFrom</c> names one ConfigMap or one Secret.</summary>
internal static class EnvFromRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field from in template.Environments.SelectMany(container => container["envFrom"].Items()))
        {
            Field prefix = from["prefix"];
            if (prefix.Text.Length > 0)
            {
                findings.Invalid(prefix, EnvVarName.Problems(prefix.Text));
            }

            Field configMap = from["configMapRef"];
            Field secret = from["secretRef"];
            CheckName(configMap, findings);
            CheckName(secret, findings);
            if (configMap.IsSet == secret.IsSet)
            {
                findings.Invalid(from, configMap.IsSet
                    ? "may not have more than one field specified at a time"
                    : "must specify one of: configMapRef, secretRef");
            }
        }
    }

    /// <summary>The API server reads the name as if one might follow a hyphen at its end.</summary>
    private static void CheckName(Field reference, Findings findings)
    {
        Field name = reference["name"];
        if (!reference.IsSet)
        {
            return;
        }

        if (name.Text.Length == 0)
        {
            findings.Required(name);
        }
        else
        {
            findings.Invalid(name, DnsSubdomain.Problems(name.Text is [_, .., '-'] ? name.Text[..^2] + "a" : name.Text));
        }
    }
}
