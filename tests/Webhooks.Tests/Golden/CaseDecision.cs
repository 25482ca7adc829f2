using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Resources.Yaml;
using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Golden;

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
        Dictionary<string, JsonValue> old = one.Old is { } path
            ? CaseFiles.Documents(File.ReadAllBytes(path)).SelectMany(document => ManifestObjects.In(document.Root))
                .ToDictionary(manifest => Key(manifest.Request), manifest => manifest.Request.Object)
            : [];
        foreach (YamlDocument document in CaseFiles.In(one, one.Input).SelectMany(file => CaseFiles.Documents(file.Content)))
        {
            yield return AdmissionReview.IsReview(document.Root)
                ? OfReview(AdmissionReview.Read(document.Root), settings)
                : OfManifest(document.Root, settings, old);
        }
    }

    private static CaseDecision OfReview(AdmissionReview review, CaseSettings settings)
    {
        InjectionDecision decision = Decide(review.Request, settings);
        using PooledBuffer answer = new();
        AdmissionAnswer.Write(review, InjectionAnswer.Of(decision), new JsonWriter(answer));
        return new CaseDecision(PatchOf(decision), JsonTree.Parse(answer.WrittenSpan.ToArray()).Root, [decision]);
    }

    private static CaseDecision OfManifest(JsonValue document, CaseSettings settings, Dictionary<string, JsonValue> old)
    {
        List<InjectionDecision> decisions = [];
        List<PatchOperation> operations = [];
        List<PatchOperation> removals = [];
        foreach (ManifestObject manifest in ManifestObjects.In(document))
        {
            AdmissionRequest request = old.TryGetValue(Key(manifest.Request), out JsonValue before)
                ? manifest.Request with { Operation = AdmissionOperation.Update, OldObject = before }
                : manifest.Request;
            InjectionDecision decision = Decide(request, settings);
            decisions.Add(decision);
            operations.AddRange(PatchOf(decision).Operations.Select(one => one.Below(manifest.Path)));
            if (decision is InjectionDecision.Denied)
            {
                removals.Insert(0, PatchOperation.Remove(manifest.Path));
            }
        }

        bool isGone = removals.Exists(removal => removal.Path.Depth == 0);
        JsonValue result = isGone ? default : new JsonPatch(operations.Concat(removals)).Apply(document).Freeze();
        return new CaseDecision(new JsonPatch(operations), result, decisions);
    }

    private static InjectionDecision Decide(AdmissionRequest request, CaseSettings settings) =>
        new Injector(settings.Options).Decide(request, settings.Loaded.Templates, settings.NamespaceOptsIn);

    private static JsonPatch PatchOf(InjectionDecision decision) =>
        decision is InjectionDecision.Changed changed ? changed.Patch : JsonPatch.Empty;

    private static string Key(AdmissionRequest request) => $"{request.Kind.GroupKind}/{request.Namespace}/{request.Name}";
}
