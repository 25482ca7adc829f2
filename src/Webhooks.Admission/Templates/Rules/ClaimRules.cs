using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>What a container takes of the pod's claims names one that the template brings, and takes nothing twice.</summary>
internal static class ClaimRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        HashSet<string> known = [.. template.Root["resourceClaims"].Items().Select(claim => claim["name"].Text)];
        foreach (Field claims in template.Containers.Select(container => container.Field["resources"]["claims"]).Where(claims => claims.Count > 0))
        {
            Dictionary<string, Field> taken = new(StringComparer.Ordinal);
            foreach (Field claim in claims.Items())
            {
                CheckName(claim["name"], known, findings);
                CheckRequest(claim, taken, findings);
            }
        }
    }

    private static void CheckName(Field name, HashSet<string> known, Findings findings)
    {
        if (name.Text.Length == 0)
        {
            findings.Required(name);
        }
        else if (!known.Contains(name.Text))
        {
            findings.NotFound(name, findings.IsFull ? "" : "add it to resourceClaims" + NearestName.Hint(name.Text, known));
        }
    }

    /// <summary>A claim is taken whole, or some of its requests: each once.</summary>
    private static void CheckRequest(Field claim, Dictionary<string, Field> taken, Findings findings)
    {
        Field name = claim["name"];
        Field request = claim["request"];
        if (request.Text.Length > 0)
        {
            findings.Invalid(request, DnsLabel.Problems(request.Text));
        }

        string key = request.Text.Length > 0 ? $"{name.Text}/{request.Text}" : name.Text;
        if (name.Text.Length > 0 && taken.TryGetValue(name.Text, out Field whole))
        {
            findings.Duplicate(name, name.Text, whole);
        }
        else if (name.Text.Length > 0 && !taken.TryAdd(key, name))
        {
            findings.Duplicate(name, key, taken[key]);
        }
    }
}
