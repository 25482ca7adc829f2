using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Claims of devices name a claim of the pod's, which templates can't bring yet.</summary>
internal static class ClaimRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field claim in template.Containers.SelectMany(container => container.Field["resources"]["claims"].Items()))
        {
            Field name = claim["name"];
            Field request = claim["request"];
            if (name.Text.Length == 0)
            {
                findings.Required(name);
            }
            else
            {
                findings.NotFound(name, "must be one of the names in resourceClaims, which a template can't bring yet");
            }

            if (request.Text.Length > 0)
            {
                findings.Invalid(request, DnsLabel.Problems(request.Text));
            }
        }
    }
}
