using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Lines of a pod's hosts file: an IP address that no other line has, and host names.</summary>
internal static class HostAliasRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Dictionary<string, Field> addresses = new(StringComparer.Ordinal);
        foreach (Field alias in template.Root["hostAliases"].Items())
        {
            Field ip = alias["ip"];
            if (ip.Text.Length == 0)
            {
                findings.Required(ip);
            }
            else
            {
                findings.Invalid(ip, IpAddress.Problems(ip.Text));
                if (!addresses.TryAdd(ip.Text, ip))
                {
                    findings.Duplicate(ip, ip.Text, addresses[ip.Text]);
                }
            }

            foreach (Field name in alias["hostnames"].Items())
            {
                findings.Invalid(name, DnsSubdomain.Problems(name.Text));
            }
        }
    }
}
