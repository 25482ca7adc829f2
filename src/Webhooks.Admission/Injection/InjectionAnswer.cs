using Webhooks.Admission.Reviews;

namespace Webhooks.Admission.Injection;

/// <summary>What the API server is told of a decision about injection.</summary>
public static class InjectionAnswer
{
    /// <summary>The most templates that an audit annotation lists.</summary>
    private const int MostAudited = 32;

    /// <summary>The decision as an answer: its main reason, its warnings, and audit annotations <c>injected</c> and <c>skipped</c>.</summary>
    public static AdmissionDecision Of(InjectionDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        string reason = MainReason(decision).Name();
        IReadOnlyList<string> warnings = decision.Warnings.Count == 0 ? [] : [.. decision.Warnings.Select(warning => warning.Text)];
        IReadOnlyList<KeyValuePair<string, string>> audit = AuditOf(decision);
        return decision switch
        {
            InjectionDecision.Changed changed => new AdmissionDecision.Changed(changed.Patch) { Reason = reason, Warnings = warnings, Audit = audit },
            InjectionDecision.Denied denied => new AdmissionDecision.Denied(denied.Status) { Reason = reason, Warnings = warnings, Audit = audit },
            _ => new AdmissionDecision.Allowed { Reason = reason, Warnings = warnings, Audit = audit },
        };
    }

    /// <summary>
    /// The one reason by which an object is counted that has several: of a refused one that of the refusal, of a changed
    /// one what changed it, else that of its first template.
    /// </summary>
    private static InjectionReason MainReason(InjectionDecision decision)
    {
        ReadOnlySpan<InjectionReason> telling = decision switch
        {
            InjectionDecision.Denied => [InjectionReason.Conflict, InjectionReason.TemplateMissing, InjectionReason.TemplateInvalid],
            InjectionDecision.Changed => [InjectionReason.Injected, InjectionReason.Removed, InjectionReason.Unchanged],
            _ => [],
        };
        foreach (InjectionReason reason in telling)
        {
            foreach (TemplateOutcome outcome in decision.Outcomes)
            {
                if (outcome.Reason == reason)
                {
                    return reason;
                }
            }
        }

        return decision.Outcomes[0].Reason;
    }

    /// <summary>Names and reasons of templates, nothing of the object's. Into a refused object nothing was injected.</summary>
    private static KeyValuePair<string, string>[] AuditOf(InjectionDecision decision)
    {
        if (decision.Outcomes is [{ Template: null }])
        {
            return [];
        }

        bool isDenied = decision is InjectionDecision.Denied;
        string injected = isDenied ? "" : Listed(decision.Outcomes.Where(IsInjected), outcome => outcome.Template);
        string skipped = Listed(decision.Outcomes.Where(IsSkipped), outcome => $"{outcome.Template}={outcome.Reason.Name()}");
        return (injected.Length > 0, skipped.Length > 0) switch
        {
            (true, true) => [new("injected", injected), new("skipped", skipped)],
            (true, false) => [new("injected", injected)],
            (false, true) => [new("skipped", skipped)],
            _ => [],
        };
    }

    /// <summary>The first of them, and the number of the others.</summary>
    private static string Listed(IEnumerable<TemplateOutcome> outcomes, Func<TemplateOutcome, string?> text)
    {
        List<TemplateOutcome> all = [.. outcomes];
        string listed = string.Join(',', all.Take(MostAudited).Select(text));
        return all.Count <= MostAudited ? listed : $"{listed},… {all.Count - MostAudited} more";
    }

    private static bool IsInjected(TemplateOutcome outcome) => outcome.Reason == InjectionReason.Injected;

    private static bool IsSkipped(TemplateOutcome outcome) => outcome.Template != null && !IsInjected(outcome);
}
