using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>Reads the keywords of one schema that say which values are valid.</summary>
internal sealed class SchemaBodyReading(SchemaRun run, SchemaDialect dialect, SchemaFindings findings, KeptValues kept)
{
    private readonly SchemaValues _values = new(findings);
    private readonly SchemaBoundsReading _bounds = new(new SchemaValues(findings));

    public void Fill(JsonValue node, SchemaBody body, SchemaPath path)
    {
        JsonCursor members = new(node);
        while (members.MoveNext())
        {
            string name = SchemaKeywords.NameOf(members);
            if (SchemaKeywords.IsValidating(name, dialect))
            {
                // null is decoded as nothing.
                if (!members.Value.IsAbsent && !_bounds.Fill(name, members.Value, body, path))
                {
                    FillStructure(name, members.Value, body, path);
                }
            }
            else if (!SchemaKeywords.IsAnnotation(name, dialect))
            {
                Refuse(members, path);
            }
        }
    }

    private void FillStructure(string name, JsonValue value, SchemaBody body, SchemaPath path)
    {
        switch (name)
        {
            case "type":
                body.Type = Type(value, path);
                break;
            case "format":
                body.Format = _values.Text(value, path, name);
                break;
            case "properties":
                body.Properties = Properties(value, path);
                break;
            case "additionalProperties":
                body.AdditionalProperties = Additional(value, path.Member(name));
                break;
            case "items" when value is { Kind: JsonKind.Array, Count: 0 }:
                break;
            case "items" when value.Kind == JsonKind.Array:
                findings.Forbidden(path.Member(name), value, "items must be a schema object and not an array");
                break;
            case "items":
                body.Items = run.Make(value, path.Member(name));
                break;
            case "required":
                body.Required = _values.Texts(value, path, name);
                break;
            case "enum":
                body.Enum = _values.IsArray(value, path, name) ? kept.Keep(value) : default;
                break;
            case "allOf":
                body.AllOf = [.. body.AllOf, .. Schemas(name, value, path)];
                break;
            case "anyOf":
                body.AnyOf = Schemas(name, value, path);
                break;
            case "oneOf":
                body.OneOf = Schemas(name, value, path);
                break;
            case "not":
                body.Not = run.Make(value, path.Member(name));
                break;
            case "$ref" when _values.Text(value, path, name) != null:
                body.AllOf = [.. body.AllOf, run.Follow(value, path)];
                break;
        }
    }

    private SchemaType Type(JsonValue value, SchemaPath path)
    {
        if (_values.Text(value, path, "type") is not { Length: > 0 } word)
        {
            return SchemaType.None;
        }

        SchemaType type = word switch
        {
            "array" => SchemaType.Array,
            "boolean" => SchemaType.Boolean,
            "integer" => SchemaType.Integer,
            "number" => SchemaType.Number,
            "object" => SchemaType.Object,
            "string" => SchemaType.String,
            _ => SchemaType.Unknown,
        };
        if (type != SchemaType.Unknown)
        {
            return type;
        }

        if (word == "null")
        {
            findings.Forbidden(path.Member("type"), value, "type cannot be set to null, use nullable as an alternative");
        }

        findings.Refused(FieldError.NotSupported(path.Member("type").ToString(), word, SchemaKeywords.Types), value);
        return type;
    }

    private SchemaProperties Properties(JsonValue value, SchemaPath path)
    {
        if (!_values.IsObject(value, path, "properties"))
        {
            return SchemaProperties.None;
        }

        SchemaProperty[] properties = new SchemaProperty[value.Count];
        JsonCursor members = new(value);
        for (int i = 0; members.MoveNext(); i++)
        {
            string name = members.Name;
            properties[i] = new(name, run.Make(members.Value, path.Member("properties", name)));
        }

        return new(properties);
    }

    private AdditionalProperties? Additional(JsonValue value, SchemaPath path)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                return AdditionalProperties.Of(run.Make(value, path));
            case JsonKind.True:
                return AdditionalProperties.Any;
            case JsonKind.False:
                return AdditionalProperties.Forbidden;
            default:
                findings.Malformed(path, value, "a schema, true or false");
                return null;
        }
    }

    private Schema[] Schemas(string name, JsonValue value, SchemaPath path)
    {
        Schema[] schemas = _values.IsArray(value, path, name) ? new Schema[value.Count] : [];
        JsonCursor items = new(value);
        for (int i = 0; i < schemas.Length && items.MoveNext(); i++)
        {
            schemas[i] = run.Make(items.Value, path.Item(name, i));
        }

        return schemas;
    }

    private void Refuse(JsonCursor member, SchemaPath path)
    {
        string name = member.Name;
        if (!SchemaKeywords.IsRefused(name, dialect))
        {
            findings.Unknown(path.Member(name), member.NameValue);
            return;
        }

        if (SaysNothing(name, member.Value))
        {
            return;
        }

        if (name == "$schema")
        {
            findings.Refused(FieldError.Invalid(path.Top.ToString(), "", "OpenAPIV3Schema 'schema' is not supported"), member.Value);
        }
        else
        {
            findings.Forbidden(path.Member(name), member.Value, $"{name} is not supported");
        }
    }

    // What is decoded as if it were not there: null, and where it is no pointer, nothing.
    private static bool SaysNothing(string name, JsonValue value) => value.IsAbsent || name switch
    {
        "id" or "$schema" => value.Kind == JsonKind.String && value.GetString().Length == 0,
        "patternProperties" or "definitions" => value is { Kind: JsonKind.Object, Count: 0 },
        _ => false,
    };
}
