using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Formats;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>What a schema wants a value to be. Source: <c>typeValidator</c> of kube-openapi.</summary>
/// <param name="Type">The type that it names.</param>
/// <param name="IsIntOrString">Whether integers and strings are wanted instead.</param>
/// <param name="Format">The format; empty for none.</param>
/// <param name="Other">The name of a type that there is not; empty for none.</param>
internal readonly record struct WantedType(SchemaType Type, bool IsIntOrString, string Format, string Other = "")
{
    /// <summary>Whether nothing is asked of the value's type.</summary>
    public bool IsAnything => Format.Length == 0 && Text.Length == 0;

    /// <summary>Whether the types have integer among them.</summary>
    public bool HasInteger => IsIntOrString || Type == SchemaType.Integer;

    /// <summary>Whether the types have number among them.</summary>
    public bool HasNumber => !IsIntOrString && Type == SchemaType.Number;

    /// <summary>The types, comma between them as messages have it; empty for any.</summary>
    public string Text => IsIntOrString ? "integer,string" : Type == SchemaType.Unknown ? Other : Name(Type);

    /// <summary>What is asked of a value.</summary>
    public static WantedType Of(Schema schema) => new(schema.Type, schema.Extensions.IsIntOrString, StringFormats.Effective(schema));

    /// <summary>
    /// What is asked of a default in a definition. There the server builds the checks out of another form of the schema: an int-or-string
    /// is of the type that it names, else of any, and a format counts that is not known, or not for the type. So does a type that is
    /// refused itself.
    /// </summary>
    public static WantedType OfDefault(Schema schema) => new(schema.Type, IsIntOrString: false, schema.Format ?? "", schema.Source["type"u8].AsString() ?? "");

    /// <summary>Whether a value of type <paramref name="actual"/> is of one of the types. Of none nothing is.</summary>
    public bool Allows(string actual, JsonValue value) => actual switch
    {
        "integer" => HasInteger || HasNumber,
        "number" => HasNumber || (HasInteger && JsonTypes.IsIntegral(DecodedNumber.Of(value).Real)),
        "string" => IsIntOrString || Type == SchemaType.String,
        _ => !IsIntOrString && Name(Type) == actual,
    };

    private static string Name(SchemaType type) => type switch
    {
        SchemaType.Array => "array",
        SchemaType.Boolean => "boolean",
        SchemaType.Integer => "integer",
        SchemaType.Number => "number",
        SchemaType.Object => "object",
        SchemaType.String => "string",
        _ => "",
    };
}
