using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;

namespace Webhooks.Shared.Golden;

/// <summary>Writes the AdmissionReview that asks what a request asks.</summary>
internal static class ReviewText
{
    public static byte[] Of(AdmissionRequest request, string apiVersion = AdmissionReview.V1)
    {
        using PooledBuffer text = new();
        JsonWriter writer = new(text);
        writer.StartObject();
        Member(writer, "kind", "AdmissionReview");
        Member(writer, "apiVersion", apiVersion);
        writer.WriteName("request");
        writer.StartObject();
        Member(writer, "uid", request.Uid);
        writer.WriteName("kind");
        writer.StartObject();
        Member(writer, "group", request.Kind.Group);
        Member(writer, "version", request.Kind.Version);
        Member(writer, "kind", request.Kind.Kind);
        writer.EndObject();
        Member(writer, "subResource", request.SubResource);
        Member(writer, "operation", request.Operation.ToString().ToUpperInvariant());
        Member(writer, "name", request.Name);
        Member(writer, "namespace", request.Namespace);
        Member(writer, "object", request.Object);
        Member(writer, "oldObject", request.OldObject);
        writer.WriteName("dryRun");
        writer.WriteBool(request.IsDryRun);
        writer.EndObject();
        writer.EndObject();
        return text.WrittenSpan.ToArray();
    }

    private static void Member(JsonWriter writer, string name, string text)
    {
        writer.WriteName(name);
        writer.WriteString(text);
    }

    private static void Member(JsonWriter writer, string name, JsonValue value)
    {
        writer.WriteName(name);
        if (value.IsMissing)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteValue(value);
        }
    }
}
