namespace Webhooks.Admission.Templates.Rules;

/// <summary>What happens to a container when its resources change: said once for cpu and once for memory.</summary>
internal static class ResizeRules
{
    private static readonly string[] Resources = ["cpu", "memory"];
    private static readonly string[] Policies = ["NotRequired", "RestartContainer"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field policies in template.Containers.Select(container => container.Field["resizePolicy"]).Where(policies => policies.Count > 0))
        {
            Dictionary<string, Field> resources = [];
            foreach (Field policy in policies.Items())
            {
                Field resource = policy["resourceName"];
                RequireChoice(resource, Resources, findings);
                RequireChoice(policy["restartPolicy"], Policies, findings);
                if (resource.Text.Length > 0 && !resources.TryAdd(resource.Text, resource))
                {
                    findings.Duplicate(resource, resource.Text, resources[resource.Text]);
                }
            }
        }
    }

    /// <summary>A string that must be one of those supported.</summary>
    public static void RequireChoice(Field choice, string[] supported, Findings findings)
    {
        if (choice.Text.Length == 0)
        {
            findings.Required(choice, $"one of {string.Join(", ", supported)}");
        }
        else
        {
            ContainerRules.CheckChoice(choice, supported, findings);
        }
    }
}
