using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Reviews;

public sealed class AdmissionAnswerTests
{
    private static readonly AdmissionReview Review = new(
        AdmissionReview.V1, new AdmissionRequest("1", new GroupVersionKind("", "v1", "Pod"), "", AdmissionOperation.Create, "p", "n", default, default, IsDryRun: false));

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void Few_warnings_stand_as_they_are(int count) =>
        Assert.Equal(Enumerable.Range(0, count).Select(number => $"warning {number}"), Warnings(count));

    [Theory]
    [InlineData(33, 2)]
    [InlineData(1000, 969)]
    public void Of_many_warnings_the_last_says_how_many_more_there_are(int count, int others)
    {
        string[] warnings = Warnings(count);
        Assert.Equal(32, warnings.Length);
        Assert.Equal(["warning 30", $"… and {others} more warnings"], warnings[^2..]);
    }

    [Theory]
    [InlineData(InjectionReason.Injected, "injected", "")]
    [InlineData(InjectionReason.OptedOut, "skipped", "=opted-out")]
    public void An_audit_annotation_lists_so_many_templates_and_the_number_of_the_others(InjectionReason reason, string annotation, string suffix)
    {
        string all = string.Join(',', Enumerable.Range(0, 32).Select(number => $"t{number}{suffix}"));
        Assert.Equal(all, Audited(32, reason, annotation));
        Assert.Equal($"{all},… 1 more", Audited(33, reason, annotation));
        Assert.Equal($"{all},… 968 more", Audited(1000, reason, annotation));
    }

    private static string[] Warnings(int count) =>
        [.. Answer([new TemplateOutcome(null, InjectionReason.NotRequested)], [.. Enumerable.Range(0, count).Select(number => new InjectionWarning(null, $"warning {number}"))])["warnings"]!.AsArray().Select(text => (string)text!)];

    private static string Audited(int count, InjectionReason reason, string annotation) =>
        (string)Answer([.. Enumerable.Range(0, count).Select(number => new TemplateOutcome($"t{number}", reason))], [])["auditAnnotations"]![annotation]!;

    private static JsonNode Answer(IReadOnlyList<TemplateOutcome> outcomes, IReadOnlyList<InjectionWarning> warnings)
    {
        using PooledBuffer answer = new();
        AdmissionAnswer.Write(Review, InjectionAnswer.Of(new InjectionDecision.Unchanged(outcomes, warnings)), new JsonWriter(answer));
        return JsonNode.Parse(answer.WrittenSpan)!["response"]!;
    }
}
