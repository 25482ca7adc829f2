using Webhooks.Resources.Json;
using Webhooks.Sandbox.Protobuf;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>Writes a schema of the Swagger 2.0 document as protobuf, as far as schemas of Kubernetes go: they bound no number and no length.</summary>
internal static class SwaggerSchemaMessage
{
    private static readonly (int Number, string Name)[] Texts = [(1, "$ref"), (2, "format"), (3, "title"), (4, "description"), (13, "pattern")];

    /// <summary>Writes the fields of one.</summary>
    public static void Write(WireWriter writer, JsonValue schema)
    {
        foreach ((int number, string name) in Texts)
        {
            writer.Text(number, SwaggerMessage.Text(schema, name));
        }

        if (schema["default"u8] is { IsMissing: false } value)
        {
            writer.Message(5, any => SwaggerMessage.Anything(any, value));
        }

        SwaggerMessage.Texts(writer, 19, schema["required"u8]);
        foreach (JsonValue word in schema["enum"u8].Items())
        {
            writer.Message(20, any => SwaggerMessage.Anything(any, word));
        }

        if (schema["additionalProperties"u8] is { IsMissing: false } additional)
        {
            writer.Message(21, item => Additional(item, additional));
        }

        if (schema["type"u8].AsString() is { } type)
        {
            writer.Message(22, item => item.Text(1, type));
        }

        if (schema["items"u8] is { IsMissing: false } items)
        {
            writer.Message(23, item => item.Message(1, inner => Write(inner, items)));
        }

        foreach (JsonValue part in schema["allOf"u8].Items())
        {
            writer.Message(24, inner => Write(inner, part));
        }

        if (schema["properties"u8] is { IsMissing: false } properties)
        {
            writer.Message(25, inner => SwaggerMessage.Map(inner, 1, properties, Write));
        }

        SwaggerMessage.Extensions(writer, 31, schema);
    }

    private static void Additional(WireWriter writer, JsonValue additional)
    {
        if (additional.Kind is JsonKind.True or JsonKind.False)
        {
            writer.Bool(2, additional.Kind == JsonKind.True);
        }
        else
        {
            writer.Message(1, inner => Write(inner, additional));
        }
    }
}
