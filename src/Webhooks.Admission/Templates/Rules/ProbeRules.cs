namespace Webhooks.Admission.Templates.Rules;

/// <summary>Probes do one thing, count in numbers that make sense, and look only at containers that stay.</summary>
internal static class ProbeRules
{
    private static readonly string[] Counts = ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"];

    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (ContainerField container in template.Containers)
        {
            foreach (string name in Probes)
            {
                Field probe = container.Field[name];
                if (probe.IsSet && container.IsPlainInit)
                {
                    ForbidOnInit(probe, findings);
                }
                else if (probe.IsSet)
                {
                    CheckProbe(probe, name == "readinessProbe", findings);
                }
            }
        }
    }

    /// <summary>Init containers end before the pod starts: nothing asks them whether they are well.</summary>
    public static void ForbidOnInit(Field field, Findings findings) => findings.Forbidden(
        field,
        "may not be set for init containers without restartPolicy=Always",
        "remove it, or set restartPolicy: Always to make the container a native sidecar");

    private static void CheckProbe(Field probe, bool isReadiness, Findings findings)
    {
        HandlerRules.Check(probe, findings);
        foreach (Field count in Counts.Select(name => probe[name]).Where(count => count.Number < 0))
        {
            findings.Invalid(count, "must be greater than or equal to 0");
        }

        Field successes = probe["successThreshold"];
        if (!isReadiness && successes.Number is not (0 or 1))
        {
            findings.Invalid(successes, "must be 1");
        }

        Field grace = probe["terminationGracePeriodSeconds"];
        if (grace.IsSet && grace.Number <= 0)
        {
            findings.Invalid(grace, "must be greater than 0");
        }

        if (grace.IsSet && isReadiness)
        {
            findings.Invalid(grace, "must not be set for readinessProbes", "remove it");
        }
    }
}
