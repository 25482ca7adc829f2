using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Resources.Yaml;

namespace Webhooks.Shared.Golden;

/// <summary>A document of a case, and what an API server would ask about it.</summary>
/// <param name="Root">What it says.</param>
/// <param name="Review">The review that it is; <c>null</c> for a manifest.</param>
/// <param name="Objects">Its objects, by their paths in it.</param>
internal sealed record CaseDocument(JsonValue Root, AdmissionReview? Review, IReadOnlyList<(JsonPointer Path, AdmissionRequest Request)> Objects)
{
    /// <summary>All documents of a case's input.</summary>
    public static IEnumerable<CaseDocument> In(GoldenCase one)
    {
        Dictionary<string, JsonValue> old = one.Old is { } path
            ? CaseFiles.Documents(File.ReadAllBytes(path)).SelectMany(document => ManifestObjects.In(document.Root))
                .ToDictionary(manifest => Key(manifest.Request), manifest => manifest.Request.Object)
            : [];
        foreach (YamlDocument document in CaseFiles.In(one, one.Input).SelectMany(file => CaseFiles.Documents(file.Content)))
        {
            if (AdmissionReview.IsReview(document.Root))
            {
                AdmissionReview review = AdmissionReview.Read(document.Root);
                yield return new CaseDocument(document.Root, review, [(JsonPointer.Root, review.Request)]);
            }
            else
            {
                yield return new CaseDocument(document.Root, null, [.. ManifestObjects.In(document.Root).Select(manifest => (manifest.Path, WithOld(manifest.Request, old)))]);
            }
        }
    }

    private static AdmissionRequest WithOld(AdmissionRequest request, Dictionary<string, JsonValue> old) => old.TryGetValue(Key(request), out JsonValue before)
        ? request with { Operation = AdmissionOperation.Update, OldObject = before }
        : request;

    private static string Key(AdmissionRequest request) => $"{request.Kind.GroupKind}/{request.Namespace}/{request.Name}";
}
