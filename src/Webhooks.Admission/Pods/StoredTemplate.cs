using Webhooks.Resources.Json;

namespace Webhooks.Admission.Pods;

/// <summary>Compares pod templates as the API server would store them, the order of their lists included.</summary>
internal static class StoredTemplate
{
    public static bool AreEqual(JsonValue left, JsonValue right) =>
        left.RawText.SequenceEqual(right.RawText) || StoredForm.AreSame(left, right, PodShapes.PodTemplate);
}
