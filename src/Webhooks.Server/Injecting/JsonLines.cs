using System.Text;
using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
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
        return objects.Count == 0 && !IsList(outcome.Result) ? [Line(outcome.Result)] : objects.Select(Line);
    }

    private static bool IsList(JsonValue value) => value["items"u8].Kind == JsonKind.Array;

    private static string Line(ManifestObject one) => one.SaysKind ? Line(one.Request.Object) : Line(WithKind(one.Request));

    /// <summary>The item of a typed list, which need not say what it is: alone it must.</summary>
    private static JsonValue WithKind(AdmissionRequest request)
    {
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteName("apiVersion"u8);
        writer.WriteString(request.Kind.GroupVersion.ToString());
        writer.WriteName("kind"u8);
        writer.WriteString(request.Kind.Kind);
        foreach ((string name, JsonValue value) in request.Object.Members().Where(member => member.Key is not ("apiVersion" or "kind")))
        {
            writer.WriteName(name);
            writer.WriteValue(value);
        }

        writer.EndObject();
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Root;
    }

    private static string Line(JsonValue value)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
