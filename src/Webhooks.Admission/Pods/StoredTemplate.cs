using Webhooks.Resources.Json;

namespace Webhooks.Admission.Pods;

/// <summary>Compares pod templates as the API server would store them, the order of their lists included.</summary>
internal static class StoredTemplate
{
    public static bool AreEqual(JsonValue left, JsonValue right)
    {
        if (left.RawText.SequenceEqual(right.RawText))
        {
            return true;
        }

        using PooledBuffer ours = new();
        using PooledBuffer theirs = new();
        CanonicalJson.Write(left, PodShapes.PodTemplate, new JsonWriter(ours));
        CanonicalJson.Write(right, PodShapes.PodTemplate, new JsonWriter(theirs));
        return ours.WrittenSpan.SequenceEqual(theirs.WrittenSpan);
    }
}
