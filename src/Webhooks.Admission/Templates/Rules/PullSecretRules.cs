namespace Webhooks.Admission.Templates.Rules;

/// <summary>Pull secrets have names: the API server lets an empty one pass with a warning, and it pulls nothing.</summary>
internal static class PullSecretRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field name in template.Root["imagePullSecrets"].Items().Select(secret => secret["name"]).Where(name => name.Text.Length == 0))
        {
            findings.Required(name, remedy: "name the secret, or remove the item");
        }
    }
}
