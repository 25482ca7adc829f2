using Webhooks.Admission.Injection;
using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Resources.Yaml;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>Decides about an AdmissionReview, exactly as the webhook does.</summary>
/// <param name="decide">Decides about its object.</param>
/// <param name="findings">What there is to say.</param>
internal sealed class ReviewDecision(Func<AdmissionRequest, InjectionDecision> decide, Findings findings)
{
    public DocumentOutcome Decide(SourceDocument document)
    {
        try
        {
            AdmissionReview review = AdmissionReview.Read(Strictly(document));
            return Answer(document, review, decide(review.Request));
        }
        catch (Exception failure) when (failure is ReviewFormatException or ObjectFormatException)
        {
            findings.Problems.Add(document.At(document.Content!.Root, $"AdmissionReview: {failure.Message}"));
            return DocumentOutcome.Passed(document);
        }
    }

    private DocumentOutcome Answer(SourceDocument document, AdmissionReview review, InjectionDecision decision)
    {
        string title = document.At(document.Content!.Root, "AdmissionReview");
        findings.Warnings.AddRange(decision.Warnings.Select(warning => $"{title}: {warning}"));
        if (decision is InjectionDecision.Denied denied)
        {
            findings.Denials.Add($"{title}: {denied.Status.Message}");
        }

        using PooledBuffer answer = new();
        AdmissionAnswer.Write(review, InjectionAnswer.Of(decision), new JsonWriter(answer));
        return new DocumentOutcome(
            document,
            review.Request.Object,
            decision is InjectionDecision.Changed changed ? changed.Patch : JsonPatch.Empty,
            JsonTree.Parse(answer.WrittenSpan.ToArray()).Root,
            IsAsItCame: false,
            [new ObjectDecision(review.Request, decision, document.Content.Root)]);
    }

    /// <summary>The review as the webhook would read it: nothing twice, nothing repaired.</summary>
    private JsonValue Strictly(SourceDocument document)
    {
        YamlDocument content = document.Content!;
        foreach (YamlDuplicate duplicate in content.Duplicates)
        {
            findings.Problems.Add(document.At(duplicate.Position, $"{duplicate.Path}: stands twice; remove one"));
        }

        if (content.Duplicates.Count > 0 || document.Section.Form != YamlForm.Json)
        {
            return content.Root;
        }

        try
        {
            return JsonTree.Parse(content.Root.RawText.ToArray()).Root;
        }
        catch (JsonFormatException failure)
        {
            throw new ReviewFormatException(failure.Message);
        }
    }
}
