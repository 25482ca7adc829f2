namespace Webhooks.Admission.Templates.Rules;

/// <summary>A hook sleeps no longer than the pod has for its end, whatever grace period the workload says.</summary>
/// <remarks>
/// The API server refuses a longer sleep. A workload may have any grace period, 0 included; only one that the template
/// itself brings is sure to be there, for it is raised to that and never lowered.
/// </remarks>
internal static class SleepRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        long grace = Math.Max(0, template.Root["terminationGracePeriodSeconds"].Number);
        foreach (Field lifecycle in template.Containers.Where(container => !container.IsPlainInit).Select(container => container.Field["lifecycle"]))
        {
            foreach (Field seconds in ((Field[])[lifecycle["postStart"], lifecycle["preStop"]]).Select(hook => hook["sleep"]["seconds"]))
            {
                if (seconds.Number < 0)
                {
                    findings.Invalid(seconds, "must be greater than or equal to 0");
                }
                else if (seconds.Number > grace)
                {
                    findings.Invalid(
                        seconds,
                        "must be less than or equal to terminationGracePeriodSeconds, whatever the workload says about it",
                        $"set the template's own terminationGracePeriodSeconds to {seconds.Number} or more");
                }
            }
        }
    }
}
