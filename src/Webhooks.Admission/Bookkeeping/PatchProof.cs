using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>Proves a patch before anybody sees it.</summary>
internal static class PatchProof
{
    /// <summary>Applies the patch to the object as it was sent, by the engine that an API server would use, and looks for all that it should bring.</summary>
    /// <exception cref="InvalidOperationException">Something is not there: a fault of ours.</exception>
    public static void Check(JsonPatch patch, JsonValue sent, string[] pathOfPod, IReadOnlyList<TemplateEntry> brought)
    {
        JsonDraft result = patch.Apply(sent);
        foreach (string member in pathOfPod)
        {
            result = result.Find(member)!;
        }

        foreach (TemplateEntry entry in brought)
        {
            foreach (string path in entry.Added)
            {
                if (!ItemPlace.TryFind(result, path, out _))
                {
                    throw new InvalidOperationException($"the patch of template {entry.Template} does not bring {path}");
                }
            }
        }
    }
}
