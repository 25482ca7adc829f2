namespace Webhooks.Admission.Templates.Rules;

/// <summary>A pod's grace period is no negative time: the API server warns of one and stores 1 in its place.</summary>
internal static class GracePeriodRules
{
    public static void Check(TemplateFields template, Findings findings)
    {
        Field grace = template.Root["terminationGracePeriodSeconds"];
        if (grace.Number < 0)
        {
            findings.Invalid(grace, "must be greater than or equal to 0");
        }
    }
}
