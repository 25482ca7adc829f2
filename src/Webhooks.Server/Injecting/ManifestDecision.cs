using Webhooks.Admission.Injection;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Resources.Yaml;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>Decides about the objects of a manifest.</summary>
/// <param name="decide">Decides about one object.</param>
/// <param name="old">The objects that are there already.</param>
/// <param name="findings">What there is to say.</param>
internal sealed class ManifestDecision(Func<AdmissionRequest, InjectionDecision> decide, OldObjects old, Findings findings)
{
    public DocumentOutcome Decide(SourceDocument document)
    {
        JsonValue root = document.Content!.Root;
        List<PatchOperation> operations = [];
        List<JsonPointer> denied = [];
        List<ObjectDecision> decisions = [];
        foreach (ManifestObject manifest in ManifestObjects.In(root))
        {
            AdmissionRequest request = old.Apply(manifest.Request);
            try
            {
                InjectionDecision decision = decide(request);
                decisions.Add(new ObjectDecision(request, decision, request.Object));
                Collect(document, manifest, decision, operations, denied);
            }
            catch (ObjectFormatException failure)
            {
                findings.Problems.Add(document.At(Nearest(request.Object, failure.Path), $"{manifest.Title}: {failure.Message}"));
            }
        }

        if (operations.Count + denied.Count == 0)
        {
            return DocumentOutcome.Passed(document, decisions);
        }

        foreach (YamlDuplicate duplicate in document.Content.Duplicates)
        {
            findings.Problems.Add(document.At(duplicate.Position, $"{duplicate.Path}: stands twice in a document that is to be changed; remove one"));
        }

        foreach (YamlRepair repair in document.Content.Repairs)
        {
            findings.Problems.Add(document.At(repair.Position, $"{repair.Path}: {repair.Problem}, in a document that is to be changed; correct it"));
        }

        JsonPatch patch = new(operations);
        return new DocumentOutcome(document, root, patch, Result(root, patch, denied), IsAsItCame: false, decisions);
    }

    private void Collect(
        SourceDocument document, ManifestObject manifest, InjectionDecision decision, List<PatchOperation> operations, List<JsonPointer> denied)
    {
        string title = document.At(manifest.Request.Object, manifest.Title);
        findings.Warnings.AddRange(decision.Warnings.Select(warning => $"{title}: {warning}"));
        switch (decision)
        {
            case InjectionDecision.Changed changed:
                operations.AddRange(changed.Patch.Operations.Select(one => one.Below(manifest.Path)));
                break;
            case InjectionDecision.Denied refusal:
                findings.Denials.Add($"{title}: {refusal.Status.Message}");
                denied.Add(manifest.Path);
                break;
        }
    }

    /// <summary>The document with the patch, without the denied objects; missing when the document itself is denied.</summary>
    private static JsonValue Result(JsonValue root, JsonPatch patch, List<JsonPointer> denied)
    {
        if (denied.Exists(path => path.Depth == 0))
        {
            return default;
        }

        IEnumerable<PatchOperation> removals = Enumerable.Reverse(denied).Select(PatchOperation.Remove);
        return new JsonPatch(patch.Operations.Concat(removals)).Apply(root).Freeze(JsonPolicy.Server);
    }

    private static JsonValue Nearest(JsonValue value, JsonPointer path)
    {
        foreach (string token in path.Tokens)
        {
            JsonValue next = value[token];
            if (next.IsMissing)
            {
                break;
            }

            value = next;
        }

        return value;
    }
}
