namespace Webhooks.Admission.Templates.Rules;

/// <summary>Only native sidecars say how they restart; others do as their pod does.</summary>
/// <remarks>
/// Kubernetes 1.35 (ContainerRestartRules) takes other policies and rules too. Older API servers refuse them or
/// drop the rules, so that a template with them would not do the same everywhere.
/// </remarks>
internal static class RestartRules
{
    private static readonly string[] Policies = ["Always"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (ContainerField container in template.Containers)
        {
            Field policy = container.Field["restartPolicy"];
            Field rules = container.Field["restartPolicyRules"];
            if (policy.IsSet && !container.IsInit)
            {
                findings.Forbidden(
                    policy,
                    "may not be set for non-init containers, which restart as their pod does",
                    "remove it, or put the container under initContainers, where Always makes it a native sidecar");
            }
            else if (policy.IsSet && !container.IsSidecar)
            {
                findings.NotSupported(policy, Policies);
            }

            if (rules.Count > 0)
            {
                findings.Forbidden(rules, "Kubernetes before 1.35 refuses restart rules or drops them", "remove them");
            }
        }
    }
}
