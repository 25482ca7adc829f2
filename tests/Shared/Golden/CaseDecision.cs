using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Shared.Golden;

/// <summary>What the library decides about one document: about each of its objects, or about the object of a review.</summary>
/// <param name="Patch">The patch of the whole document.</param>
/// <param name="Result">The document with the patch and without denied objects, or the answering review; missing when nothing is left.</param>
/// <param name="Decisions">The decisions, in the order of the objects.</param>
internal sealed record CaseDecision(JsonPatch Patch, JsonValue Result, IReadOnlyList<InjectionDecision> Decisions)
{
    /// <summary>Decides about all documents of a case.</summary>
    public static IEnumerable<CaseDecision> Of(GoldenCase one)
    {
        CaseSettings settings = CaseSettings.Of(one);
        foreach (CaseDocument document in CaseDocument.In(one))
        {
            yield return document.Review is { } review ? OfReview(review, settings) : OfManifest(document, settings);
        }
    }

    private static CaseDecision OfReview(AdmissionReview review, CaseSettings settings)
    {
        InjectionDecision decision = Decide(review.Request, settings);
        using PooledBuffer answer = new();
        AdmissionAnswer.Write(review, InjectionAnswer.Of(decision), new JsonWriter(answer));
        return new CaseDecision(PatchOf(decision), JsonTree.Parse(answer.WrittenSpan.ToArray()).Root, [decision]);
    }

    private static CaseDecision OfManifest(CaseDocument document, CaseSettings settings)
    {
        List<InjectionDecision> decisions = [];
        List<PatchOperation> operations = [];
        List<PatchOperation> removals = [];
        foreach ((JsonPointer path, AdmissionRequest request) in document.Objects)
        {
            InjectionDecision decision = Decide(request, settings);
            decisions.Add(decision);
            operations.AddRange(PatchOf(decision).Operations.Select(one => one.Below(path)));
            if (decision is InjectionDecision.Denied)
            {
                removals.Insert(0, PatchOperation.Remove(path));
            }
        }

        bool isGone = removals.Exists(removal => removal.Path.Depth == 0);
        JsonValue result = isGone ? default : new JsonPatch(operations.Concat(removals)).Apply(document.Root).Freeze();
        return new CaseDecision(new JsonPatch(operations), result, decisions);
    }

    private static InjectionDecision Decide(AdmissionRequest request, CaseSettings settings) =>
        new Injector(settings.Options).Decide(request, settings.Loaded.Templates, settings.NamespaceOptsIn);

    private static JsonPatch PatchOf(InjectionDecision decision) =>
        decision is InjectionDecision.Changed changed ? changed.Patch : JsonPatch.Empty;
}
