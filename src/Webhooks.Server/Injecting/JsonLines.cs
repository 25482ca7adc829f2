using System.Text;
using Webhooks.Admission.Manifests;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Injecting;

/// <summary>Writes documents as one Kubernetes object per line: the items of Lists each for itself.</summary>
internal static class JsonLines
{
    public static IEnumerable<string> Of(DocumentOutcome outcome)
    {
        if (outcome.Result.IsMissing)
        {
            return [];
        }

        IReadOnlyList<ManifestObject> objects = ManifestObjects.In(outcome.Result);
        return objects.Count == 0 && !IsList(outcome.Result) ? [Line(outcome.Result)] : objects.Select(one => Line(one.Whole));
    }

    private static bool IsList(JsonValue value) => value["items"u8].Kind == JsonKind.Array;

    private static string Line(JsonValue value)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
