namespace Webhooks.Admission.Templates.Rules;

/// <summary>Security contexts of containers don't contradict themselves and name what exists.</summary>
internal static class SecurityRules
{
    private const int LongestProfile = 4095;
    private static readonly string[] ProcMounts = ["Default"];
    private static readonly string[] ProfileTypes = ["Localhost", "RuntimeDefault", "Unconfined"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field context in template.Containers.Select(container => container.Field["securityContext"]).Where(context => context.IsSet))
        {
            CheckId(context["runAsUser"], findings);
            CheckId(context["runAsGroup"], findings);
            CheckEscalation(context, findings);
            CheckProcMount(context["procMount"], findings);
            CheckSeccomp(context["seccompProfile"], findings);
            CheckAppArmor(context["appArmorProfile"], findings);
        }
    }

    /// <summary>The ID of a user or group, where there is one.</summary>
    public static void CheckId(Field id, Findings findings)
    {
        if (id.IsSet && id.Number is < 0 or > int.MaxValue)
        {
            findings.Invalid(id, $"must be between 0 and {int.MaxValue}, inclusive");
        }
    }

    /// <summary>Only pods that say so themselves have users of their own: no template brings <c>hostUsers</c>.</summary>
    private static void CheckProcMount(Field procMount, Findings findings)
    {
        if (procMount.Text == "Unmasked")
        {
            findings.Invalid(procMount, "`hostUsers` must be false to use `Unmasked`", "remove it: no template brings hostUsers");
        }
        else if (procMount.IsSet && !ProcMounts.Contains(procMount.Text))
        {
            findings.NotSupported(procMount, ProcMounts);
        }
    }

    private static void CheckEscalation(Field context, Findings findings)
    {
        Field escalation = context["allowPrivilegeEscalation"];
        if (!escalation.IsSet || escalation.IsTrue)
        {
            return;
        }

        if (context["privileged"].IsTrue)
        {
            findings.Invalid(escalation, "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }

        if (context["capabilities"]["add"].Items().Any(capability => capability.Text == "CAP_SYS_ADMIN"))
        {
            findings.Invalid(escalation, "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
        }
    }

    public static void CheckSeccomp(Field profile, Findings findings)
    {
        if (profile.IsSet && CheckProfile(profile, "seccomp", findings) is { } localhost)
        {
            findings.Invalid(localhost, LocalPath.Problems(localhost.Text));
        }
    }

    public static void CheckAppArmor(Field profile, Findings findings)
    {
        if (!profile.IsSet || CheckProfile(profile, "AppArmor", findings) is not { } localhost)
        {
            return;
        }

        if (localhost.Text.Trim() != localhost.Text)
        {
            findings.Invalid(localhost, "must not be padded with whitespace");
        }
        else if (localhost.Text.Length == 0)
        {
            findings.Required(localhost, "must be set when AppArmor type is Localhost");
        }
        else if (System.Text.Encoding.UTF8.GetByteCount(localhost.Text) > LongestProfile)
        {
            findings.TooLong(localhost, LongestProfile);
        }
    }

    /// <returns>The profile on the node, where the type wants one and it is there.</returns>
    private static Field? CheckProfile(Field profile, string what, Findings findings)
    {
        Field type = profile["type"];
        Field localhost = profile["localhostProfile"];
        ResizeRules.RequireChoice(type, ProfileTypes, findings);
        if (type.Text == "Localhost")
        {
            if (localhost.IsSet)
            {
                return localhost;
            }

            findings.Required(localhost, $"must be set when {what} type is Localhost");
        }
        else if (localhost.IsSet)
        {
            findings.Invalid(localhost, $"can only be set when {what} type is Localhost");
        }

        return null;
    }
}
