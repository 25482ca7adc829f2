using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Xunit;

namespace Webhooks.Tests.OpenApi;

/// <summary>Holds a schema against the JSON that it was read from, reading the JSON in the plainest way.</summary>
internal static class SchemaAgreement
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>Checks a schema and what is written in it; references are compared by name.</summary>
    public static void Check(string path, JsonValue source, Schema schema, JsonValue document)
    {
        if (Reference(source) is { } name)
        {
            Assert.Equal(name, schema.Name);
            Assert.True(document[name].Kind == JsonKind.Object, path);
            AssertSame(path, source["default"u8].IsMissing ? document[name]["default"u8] : source["default"u8], schema.Default);
            return;
        }

        Assert.Equal(source["type"u8].AsString() ?? "none", schema.Type.ToString().ToLowerInvariant());
        Assert.Equal(source["format"u8].AsString(), schema.Format);
        AssertSame(path, source["default"u8], schema.Default);
        AssertSame(path, source["enum"u8], schema.Enum);
        Assert.Equal(source["required"u8].Items().Select(one => one.GetString()), schema.Required);
        AssertExtensions(path, source, schema);
        AssertAll(path + ".oneOf", source["oneOf"u8].Items(), schema.OneOf, document);
        Assert.Equal(source["properties"u8].Members().Select(one => one.Key), schema.Properties.Select(one => one.Name));
        foreach ((string member, JsonValue value) in source["properties"u8].Members())
        {
            Check($"{path}.{member}", value, schema.Properties[member]!, document);
        }

        AssertOne(path + "[]", source["items"u8], schema.Items, document);
        AssertOne(path + "[*]", source["additionalProperties"u8], schema.AdditionalProperties?.Schema, document);
    }

    private static string? Reference(JsonValue source)
    {
        JsonValue holder = source["allOf"u8].Items().FirstOrDefault(source);
        return holder["$ref"u8].AsString()?[Prefix.Length..];
    }

    private static void AssertOne(string path, JsonValue source, Schema? schema, JsonValue document)
    {
        Assert.Equal(source.IsMissing, schema == null);
        if (schema != null)
        {
            Check(path, source, schema, document);
        }
    }

    private static void AssertAll(string path, IEnumerable<JsonValue> sources, IReadOnlyList<Schema> schemas, JsonValue document)
    {
        Assert.Equal(sources.Count(), schemas.Count);
        foreach ((int index, JsonValue source) in sources.Index())
        {
            Check($"{path}[{index}]", source, schemas[index], document);
        }
    }

    private static void AssertExtensions(string path, JsonValue source, Schema schema)
    {
        IEnumerable<KeyValuePair<string, JsonValue>> expected = source.Members().Where(one => one.Key.StartsWith("x-", StringComparison.Ordinal));
        Assert.Equal(expected.Select(one => one.Key), schema.Extensions.All.Select(one => one.Key));
        Assert.All(expected, one => AssertSame(path, one.Value, schema.Extensions[one.Key]));
    }

    private static void AssertSame(string path, JsonValue expected, JsonValue actual)
    {
        Assert.True(expected.IsMissing == actual.IsMissing, path);
        Assert.True(expected.IsMissing || JsonEquality.AreEqual(expected, actual), path);
    }
}
