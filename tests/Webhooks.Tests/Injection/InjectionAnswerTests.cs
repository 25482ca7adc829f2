using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Injection;

public sealed class InjectionAnswerTests
{
    private static readonly IReadOnlyList<TemplateOutcome> Outcomes =
    [
        new("a", InjectionReason.OptedOut), new("b", InjectionReason.Conflict), new("c", InjectionReason.Removed), new("d", InjectionReason.Injected),
    ];

    [Fact]
    public void What_is_allowed_as_it_came_counts_by_its_first_template() =>
        Assert.Equal("opted-out", InjectionAnswer.Of(new InjectionDecision.Unchanged(Outcomes, [])).Reason);

    [Fact]
    public void What_is_changed_counts_by_what_changed_it()
    {
        Assert.Equal("injected", InjectionAnswer.Of(new InjectionDecision.Changed(JsonPatch.Empty, Outcomes, [])).Reason);
        Assert.Equal("removed", InjectionAnswer.Of(new InjectionDecision.Changed(JsonPatch.Empty, [.. Outcomes.Take(3)], [])).Reason);
    }

    [Fact]
    public void What_is_refused_counts_by_the_refusal_and_had_nothing_injected()
    {
        AdmissionDecision refused = InjectionAnswer.Of(
            new InjectionDecision.Denied(Status.Forbidden(default, "", "no"), Outcomes, []));
        Assert.Equal("conflict", refused.Reason);
        Assert.Equal(["skipped=a=opted-out,b=conflict,c=removed"], refused.Audit.Select(pair => $"{pair.Key}={pair.Value}"));
    }
}
