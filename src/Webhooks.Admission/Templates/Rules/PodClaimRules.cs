using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A pod's claim of devices has a name of its own, and is a ResourceClaim or made from a template of one.</summary>
internal static class PodClaimRules
{
    private static readonly string[] Sources = ["resourceClaimName", "resourceClaimTemplateName"];

    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<string, Field> names = new(StringComparer.Ordinal);
        foreach (Field claim in template.Root["resourceClaims"].Items())
        {
            CheckName(claim["name"], names, findings);
            Field[] sources = [.. Sources.Select(source => claim[source]).Where(source => source.IsSet)];
            if (sources.Length == 0)
            {
                findings.Required(claim, $"must specify one of: `{Sources[0]}`, `{Sources[1]}`");
            }
            else if (sources.Length > 1)
            {
                findings.Invalid(sources[1], $"at most one of `{Sources[0]}` or `{Sources[1]}` may be specified", "keep one of them");
            }

            foreach (Field source in sources)
            {
                findings.Invalid(source, DnsSubdomain.Problems(source.Text));
            }
        }
    }

    private static void CheckName(Field name, Dictionary<string, Field> names, Findings findings)
    {
        if (name.Text.Length == 0)
        {
            findings.Required(name);
        }
        else
        {
            findings.Invalid(name, DnsLabel.Problems(name.Text));
            if (!names.TryAdd(name.Text, name))
            {
                findings.Duplicate(name, name.Text, names[name.Text]);
            }
        }
    }
}
