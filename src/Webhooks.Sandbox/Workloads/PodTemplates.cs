using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Workloads;

/// <summary>Pod templates of Deployments and their ReplicaSets, which have a label more: a hash of the template.</summary>
internal static class PodTemplates
{
    /// <summary>The label.</summary>
    public const string HashLabel = "pod-template-hash";

    private const string Letters = "bcdfghjklmnpqrstvwxz2456789";

    /// <summary>The hash of a template, in letters that make no words.</summary>
    /// <param name="template">The template.</param>
    /// <param name="collisions">How often the name that it gives was found taken.</param>
    /// <remarks>FNV-1a, 32 bits, over the JSON; a cluster hashes another form of it, so the letters differ.</remarks>
    public static string Hash(JsonValue template, long collisions)
    {
        uint hash = 2166136261;
        foreach (byte one in template.RawText)
        {
            hash = (hash ^ one) * 16777619;
        }

        hash = (hash ^ (uint)collisions) * 16777619;
        return string.Concat(hash.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => Letters[digit % Letters.Length]));
    }

    /// <summary>Whether both say the same, the hash aside.</summary>
    public static bool AreSame(JsonValue left, JsonValue right) => JsonEquality.AreEqual(WithoutHash(left), WithoutHash(right));

    /// <summary>The template with the hash among its labels.</summary>
    public static JsonDraft WithHash(JsonValue template, string hash)
    {
        JsonDraft draft = new(template);
        draft.Child("metadata").Child("labels").SetText(HashLabel, hash);
        return draft;
    }

    private static JsonValue WithoutHash(JsonValue template)
    {
        JsonDraft draft = new(template);
        draft.Find("metadata")?.Find("labels")?.Remove(HashLabel);
        return draft.Freeze(JsonPolicy.Server);
    }
}
