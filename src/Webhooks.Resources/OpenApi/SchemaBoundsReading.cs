using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>Reads the keywords that limit numbers, lengths and counts.</summary>
internal sealed class SchemaBoundsReading(SchemaValues values)
{
    /// <summary>Reads one of them.</summary>
    /// <returns>False for the name of anything else.</returns>
    public bool Fill(string name, JsonValue value, SchemaBody body, SchemaPath path)
    {
        SchemaBounds bounds = body.Bounds;
        SchemaBounds? read = name switch
        {
            "minimum" => bounds with { Minimum = values.Number(value, path, name) },
            "exclusiveMinimum" => bounds with { IsMinimumExclusive = values.Flag(value, path, name) },
            "maximum" => bounds with { Maximum = values.Number(value, path, name) },
            "exclusiveMaximum" => bounds with { IsMaximumExclusive = values.Flag(value, path, name) },
            "multipleOf" => bounds with { MultipleOf = values.Number(value, path, name) },
            "minLength" => bounds with { MinLength = values.Count(value, path, name) },
            "maxLength" => bounds with { MaxLength = values.Count(value, path, name) },
            "pattern" => bounds with { Pattern = values.Text(value, path, name) },
            "minItems" => bounds with { MinItems = values.Count(value, path, name) },
            "maxItems" => bounds with { MaxItems = values.Count(value, path, name) },
            "uniqueItems" => bounds with { AreItemsUnique = values.Flag(value, path, name) },
            "minProperties" => bounds with { MinProperties = values.Count(value, path, name) },
            "maxProperties" => bounds with { MaxProperties = values.Count(value, path, name) },
            _ => null,
        };
        body.Bounds = read ?? bounds;
        return read != null;
    }
}
