namespace Webhooks.Admission.Templates.Rules;

/// <summary>The pod's security context: IDs in range, policies and profiles that exist.</summary>
internal static class PodSecurityRules
{
    private static readonly string[] GroupPolicies = ["Merge", "Strict"];
    private static readonly string[] ChangePolicies = ["Always", "OnRootMismatch"];
    private static readonly string[] LabelPolicies = ["Recursive"];

    public static void Check(TemplateFields template, Findings findings)
    {
        Field context = template.Root["securityContext"];
        foreach (Field id in ((Field[])[context["runAsUser"], context["runAsGroup"], context["fsGroup"]]).Concat(context["supplementalGroups"].Items()))
        {
            SecurityRules.CheckId(id, findings);
        }

        CheckPolicy(context["supplementalGroupsPolicy"], GroupPolicies, findings);
        CheckPolicy(context["fsGroupChangePolicy"], ChangePolicies, findings);
        CheckLabelPolicy(context["seLinuxChangePolicy"], findings);
        SecurityRules.CheckSeccomp(context["seccompProfile"], findings);
        SecurityRules.CheckAppArmor(context["appArmorProfile"], findings);
    }

    /// <summary>The API server takes MountOption with the feature gate SELinuxMount only, which is off in 1.36.</summary>
    private static void CheckLabelPolicy(Field policy, Findings findings)
    {
        if (policy.Text == "MountOption")
        {
            findings.Invalid(policy, "is taken only where the feature gate SELinuxMount is on", "remove it: there it is the default");
        }
        else
        {
            CheckPolicy(policy, LabelPolicies, findings);
        }
    }

    private static void CheckPolicy(Field policy, string[] supported, Findings findings)
    {
        if (policy.IsSet && !supported.Contains(policy.Text))
        {
            findings.NotSupported(policy, supported);
        }
    }
}
