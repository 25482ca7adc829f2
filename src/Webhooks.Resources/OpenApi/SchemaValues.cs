using System.Globalization;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>Reads the values of keywords as the API server decodes them; what it can't decode is reported and counts as absent.</summary>
internal sealed class SchemaValues(SchemaFindings findings)
{
    public string? Text(JsonValue value, SchemaPath path, string keyword)
    {
        if (value.Kind != JsonKind.String)
        {
            findings.Malformed(path.Member(keyword), value, "a string");
        }

        return value.AsString();
    }

    public bool Flag(JsonValue value, SchemaPath path, string keyword)
    {
        if (value.Kind is not (JsonKind.True or JsonKind.False))
        {
            findings.Malformed(path.Member(keyword), value, "true or false");
        }

        return value.Kind == JsonKind.True;
    }

    /// <summary>A count: a literal without fraction or exponent, of 64 bits. Negative ones are decoded too.</summary>
    public long? Count(JsonValue value, SchemaPath path, string keyword)
    {
        if (value.TryGetInt64(out long number))
        {
            return number;
        }

        findings.Malformed(path.Member(keyword), value, "an integer of 64 bits");
        return null;
    }

    public double? Number(JsonValue value, SchemaPath path, string keyword)
    {
        if (value.Kind == JsonKind.Number
            && double.TryParse(value.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number))
        {
            return number;
        }

        findings.Malformed(path.Member(keyword), value, "a number of 64 bits");
        return null;
    }

    public string[] Texts(JsonValue value, SchemaPath path, string keyword)
    {
        if (!IsArray(value, path, keyword))
        {
            return [];
        }

        List<string> texts = new(value.Count);
        JsonCursor items = new(value);
        while (items.MoveNext())
        {
            if (items.Value.AsString() is { } text)
            {
                texts.Add(text);
            }
            else
            {
                findings.Malformed(path.Member(keyword), items.Value, "a string");
            }
        }

        return [.. texts];
    }

    public bool IsArray(JsonValue value, SchemaPath path, string keyword)
    {
        if (value.Kind != JsonKind.Array)
        {
            findings.Malformed(path.Member(keyword), value, "a list");
        }

        return value.Kind == JsonKind.Array;
    }

    public bool IsObject(JsonValue value, SchemaPath path, string keyword)
    {
        if (value.Kind != JsonKind.Object)
        {
            findings.Malformed(path.Member(keyword), value, "an object");
        }

        return value.Kind == JsonKind.Object;
    }
}
