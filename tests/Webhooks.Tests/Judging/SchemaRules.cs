using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Values have the types of the published OpenAPI schema; what the schema does not know is dropped by the API server.</summary>
internal static class SchemaRules
{
    private static readonly JsonElement Schemas = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Data", "openapi", "core_v1.schemas.json"))).RootElement;

    public static void Judge(JudgedPod pod)
    {
        Judge(pod, pod.Spec, Schemas.Get("io.k8s.api.core.v1.PodSpec"), "spec");
        Judge(pod, pod.Metadata.Get("labels"), TextMap, "labels");
        Judge(pod, pod.Metadata.Get("annotations"), TextMap, "annotations");
    }

    private static JsonElement TextMap { get; } = JsonDocument.Parse("""{"type":"object","additionalProperties":{"type":"string"}}""").RootElement;

    private static void Judge(JudgedPod pod, JsonElement value, JsonElement schema, string path)
    {
        while (schema.Text("$ref").Length > 0 || schema.List("allOf").Any())
        {
            string reference = schema.Text("$ref").Length > 0 ? schema.Text("$ref") : schema.List("allOf").First().Text("$ref");
            schema = Schemas.Get(reference[(reference.LastIndexOf('/') + 1)..]);
        }

        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return;
        }

        pod.Forbid(!IsOfType(value, schema.Text("type")), $"{path}: not of type {schema.Text("type")}");
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                pod.Forbid(item.ValueKind == JsonValueKind.Null, $"{path}: null");
                Judge(pod, item, schema.Get("items"), path);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                JsonElement known = schema.Get("properties", member.Name);
                Judge(pod, member.Value, known.ValueKind == JsonValueKind.Object ? known : schema.Get("additionalProperties"), $"{path}.{member.Name}");
            }
        }
    }

    /// <summary>Quantities and ports have no type, or one that their format widens.</summary>
    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => true,
    };
}
