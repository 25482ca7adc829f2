using System.Globalization;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;

namespace Webhooks.Benchmarks.Objects;

/// <summary>A custom resource such as a large operator has: lists of parts, each with many fields of all kinds.</summary>
internal static class LargeObject
{
    private static readonly GroupVersionKind Machine = new("bench.example.com", "v1", "Machine");

    private static readonly string[] Fields =
    [
        """{"type":"string","maxLength":63,"pattern":"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"}""",
        """{"type":"integer","format":"int32","minimum":0,"maximum":65535}""",
        """{"type":"boolean","default":true}""",
        """{"type":"string","enum":["Always","IfNotPresent","Never"]}""",
        """{"type":"string","format":"date-time"}""",
        """{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}}""",
        """{"type":"object","additionalProperties":{"type":"string","maxLength":253}}""",
        """{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}]}""",
    ];

    private static readonly string[] Values =
        ["\"part-of-it\"", "8080", "true", "\"IfNotPresent\"", "\"2026-01-02T03:04:05Z\"", """["a","b","c"]""", """{"app.kubernetes.io/name":"x"}""", "\"25%\""];

    /// <summary>The kind, whose schema has so many properties.</summary>
    public static CustomResourceKind Kind(int properties)
    {
        StringBuilder schema = new();
        for (int i = 0; i < properties; i++)
        {
            schema.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}\"f{i}\":{Fields[i % Fields.Length]}");
        }

        string version = """{"name":"v1","schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"parts":{"type":"array","items":{"type":"object","properties":{"""
            + schema + "}}}}}}}}}";
        JsonValue read = JsonTree.Parse(version).Root;
        return new CustomResourceKind(Machine, read, read);
    }

    /// <summary>An object of at least so many bytes, in which every property is used.</summary>
    public static byte[] Body(int properties, int bytes)
    {
        StringBuilder text = new("""{"apiVersion":"bench.example.com/v1","kind":"Machine","metadata":{"name":"large"},"spec":{"parts":[{""");
        for (int i = 0; text.Length < bytes; i++)
        {
            int field = i % properties;
            text.Append(i == 0 ? "" : field == 0 ? "},{" : ",").Append(CultureInfo.InvariantCulture, $"\"f{field}\":{Values[field % Values.Length]}");
        }

        return Encoding.UTF8.GetBytes(text.Append("}]}}").ToString());
    }
}
