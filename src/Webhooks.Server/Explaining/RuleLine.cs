using Webhooks.Admission.Injection;

namespace Webhooks.Server.Explaining;

/// <summary>Says which rule decided about an update, and whether pods are replaced; the numbers are those of the documentation.</summary>
internal static class RuleLine
{
    /// <summary>The line; <c>null</c> for an object that no rule decided about.</summary>
    public static string? Of(ExplainedObject one)
    {
        bool isChanged = one.Explanation.ChangesPodTemplate;
        bool isCronJob = one.Request.Kind.Kind == "CronJob"; // Its Jobs go on as they are.
        return one.Decision.Rule switch
        {
            UpdateRule.Restored when isCronJob => "rule 1: the request brings what an earlier injection left, so it is taken as it comes, for the next Jobs",
            UpdateRule.Restored => "rule 1: the request brings what an earlier injection left, so it is taken as it comes, and pods are replaced",
            UpdateRule.Unchanged => "rule 2: nothing of yours changed, so the pod template stays and no pod is replaced",
            UpdateRule.RollOut when !isChanged => "rule 3: something of yours changed, but today's templates make the same pod template: no pod is replaced",
            UpdateRule.RollOut when isCronJob => "rule 3: something of yours changed, so the next Jobs get today's templates",
            UpdateRule.RollOut => "rule 3: something of yours changed, so pods are replaced anyway and get today's templates",
            UpdateRule.Job when isChanged => "a Job: its pod template can't change, so what the request changes there is left to the API server to judge",
            UpdateRule.Job => "a Job: its pod template can't change, so it stays and no pod is replaced",
            _ => null,
        };
    }
}
