using Webhooks.Admission.Injection;

namespace Webhooks.Server.Explaining;

/// <summary>The meanings of reasons for a terminal: under the rule that decided, and without Markdown.</summary>
internal static class PlainMeanings
{
    public static ReasonMeaning Of(InjectionReason reason, UpdateRule rule, AnnotationNames names)
    {
        ReasonMeaning meaning = Under(rule, reason, ReasonMeanings.Of(reason, names));
        return new ReasonMeaning(Plain(meaning.What), meaning.Remedy == null ? null : Plain(meaning.Remedy));
    }

    private static ReasonMeaning Under(UpdateRule rule, InjectionReason reason, ReasonMeaning meaning) => (rule, reason) switch
    {
        (UpdateRule.Restored, InjectionReason.AlreadyInjected) => new("the request brings it, all of it and with its status, as when a roll-out is undone or a backup is restored", null),
        (UpdateRule.Restored, InjectionReason.Removed) => new("what the request brings is without it", null),
        (UpdateRule.Restored, InjectionReason.Unchanged) => meaning with { What = "what the request brings is without it" },
        (UpdateRule.Job, InjectionReason.Unchanged) => meaning with { Remedy = "for today's template, delete the Job and create it anew" },
        _ => meaning,
    };

    private static string Plain(string markdown) => markdown.Replace("`", "", StringComparison.Ordinal);
}
