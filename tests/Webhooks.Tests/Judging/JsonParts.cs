using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Reads JSON as a Go type is decoded: what is null or not there is empty, zero or false.</summary>
internal static class JsonParts
{
    public static JsonElement Get(this JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null ? member : default;

    public static JsonElement Get(this JsonElement parent, params ReadOnlySpan<string> path)
    {
        foreach (string name in path)
        {
            parent = parent.Get(name);
        }

        return parent;
    }

    public static bool Has(this JsonElement parent, string name) => parent.Get(name).ValueKind != JsonValueKind.Undefined;

    /// <summary>Those of the members that stand there.</summary>
    public static IEnumerable<string> Standing(this JsonElement parent, IEnumerable<string> names) => names.Where(name => parent.Has(name));

    public static string Text(this JsonElement parent, string name) => parent.Get(name).AsText();

    public static string AsText(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    public static long Number(this JsonElement parent, string name) => parent.Get(name).AsNumber();

    public static long AsNumber(this JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : 0;

    public static bool IsTrue(this JsonElement parent, string name) => parent.Get(name).ValueKind == JsonValueKind.True;

    public static bool IsFalse(this JsonElement parent, string name) => parent.Get(name).ValueKind == JsonValueKind.False;

    public static IEnumerable<JsonElement> List(this JsonElement parent, string name) =>
        parent.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IEnumerable<JsonProperty> Map(this JsonElement parent, string name) =>
        parent.Get(name) is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : [];
}
