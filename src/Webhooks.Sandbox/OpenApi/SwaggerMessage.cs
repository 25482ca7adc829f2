using Webhooks.Resources.Json;
using Webhooks.Sandbox.Protobuf;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>Writes the Swagger 2.0 document as protobuf, which is the form that older calls of clients want.</summary>
/// <remarks>
/// Source of the numbers: OpenAPIv2.proto of github.com/google/gnostic. It has no <c>oneOf</c>: a schema that says so is written without.
/// Recursion follows the schemas of built-in types, which are as deep as published; those of custom resources have no depth here.
/// </remarks>
internal static class SwaggerMessage
{
    /// <summary>The media type that answers name.</summary>
    public const string MediaType = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    /// <summary>What it was called before, and clients still ask for.</summary>
    public const string FormerMediaType = "application/com.github.proto-openapi.spec.v2@v1.0+protobuf";

    /// <summary>By their numbers.</summary>
    private static readonly string[] Methods = ["", "", "get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>Makes the message.</summary>
    /// <param name="json">The document that <see cref="SwaggerDocument"/> makes.</param>
    public static byte[] Make(ReadOnlyMemory<byte> json)
    {
        JsonValue document = JsonTree.Parse(json, JsonPolicy.Server).Root;
        WireWriter writer = new();
        writer.Text(1, Text(document, "swagger"));
        writer.Message(2, info =>
        {
            info.Text(1, Text(document["info"u8], "title"));
            info.Text(2, Text(document["info"u8], "version"));
        });
        writer.Message(8, paths => Map(paths, 2, document["paths"u8], PathItem));
        writer.Message(9, definitions => Map(definitions, 1, document["definitions"u8], SwaggerSchemaMessage.Write));
        return writer.Written.ToArray();
    }

    /// <summary>Writes a map as the list of its pairs.</summary>
    internal static void Map(WireWriter writer, int number, JsonValue map, Action<WireWriter, JsonValue> write)
    {
        foreach ((string name, JsonValue value) in map.Members())
        {
            writer.Message(number, pair =>
            {
                pair.Text(1, name);
                pair.Message(2, inner => write(inner, value));
            });
        }
    }

    /// <summary>Writes the members whose names start with <c>x-</c>.</summary>
    internal static void Extensions(WireWriter writer, int number, JsonValue value)
    {
        foreach ((string name, JsonValue extension) in value.Members().Where(member => member.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            writer.Message(number, pair =>
            {
                pair.Text(1, name);
                pair.Message(2, any => Anything(any, extension));
            });
        }
    }

    /// <summary>Writes a value of any form: as YAML, which JSON is.</summary>
    internal static void Anything(WireWriter writer, JsonValue value) => writer.Text(2, value.ToString() + "\n");

    /// <summary>Writes a list of texts.</summary>
    internal static void Texts(WireWriter writer, int number, JsonValue list)
    {
        foreach (JsonValue text in list.Items())
        {
            writer.Item(number, text.GetString());
        }
    }

    /// <summary>A member that is a text; empty for none.</summary>
    internal static string Text(JsonValue value, string name) => value[name].AsString() ?? "";

    private static void PathItem(WireWriter writer, JsonValue path)
    {
        for (int number = 2; number < Methods.Length; number++)
        {
            if (path[Methods[number]] is { IsMissing: false } operation)
            {
                writer.Message(number, inner => Operation(inner, operation));
            }
        }

        Parameters(writer, 9, path["parameters"u8]);
        Extensions(writer, 10, path);
    }

    private static void Operation(WireWriter writer, JsonValue operation)
    {
        Texts(writer, 1, operation["tags"u8]);
        writer.Text(3, Text(operation, "description"));
        writer.Text(5, Text(operation, "operationId"));
        Texts(writer, 6, operation["produces"u8]);
        Texts(writer, 7, operation["consumes"u8]);
        Parameters(writer, 8, operation["parameters"u8]);
        writer.Message(9, responses => Map(responses, 1, operation["responses"u8], (value, response) => value.Message(1, inner => Response(inner, response))));
        Texts(writer, 10, operation["schemes"u8]);
        Extensions(writer, 13, operation);
    }

    private static void Parameters(WireWriter writer, int number, JsonValue list)
    {
        foreach (JsonValue parameter in list.Items())
        {
            writer.Message(number, item => item.Message(1, either =>
            {
                if (parameter["in"u8].TextEquals("body"u8))
                {
                    either.Message(1, inner => BodyParameter(inner, parameter));
                }
                else
                {
                    bool isPath = parameter["in"u8].TextEquals("path"u8);
                    either.Message(2, other => other.Message(isPath ? 4 : 3, inner => Parameter(inner, parameter, isPath)));
                }
            }));
        }
    }

    private static void BodyParameter(WireWriter writer, JsonValue parameter)
    {
        writer.Text(1, Text(parameter, "description"));
        writer.Text(2, Text(parameter, "name"));
        writer.Text(3, Text(parameter, "in"));
        writer.Bool(4, parameter["required"u8].Kind == JsonKind.True);
        writer.Message(5, schema => SwaggerSchemaMessage.Write(schema, parameter["schema"u8]));
    }

    /// <summary>Those of a query have one field more, before their type.</summary>
    private static void Parameter(WireWriter writer, JsonValue parameter, bool isPath)
    {
        writer.Bool(1, parameter["required"u8].Kind == JsonKind.True);
        writer.Text(2, Text(parameter, "in"));
        writer.Text(3, Text(parameter, "description"));
        writer.Text(4, Text(parameter, "name"));
        writer.Text(isPath ? 5 : 6, Text(parameter, "type"));
        writer.Bool(isPath ? 19 : 20, parameter["uniqueItems"u8].Kind == JsonKind.True);
    }

    private static void Response(WireWriter writer, JsonValue response)
    {
        writer.Text(1, Text(response, "description"));
        if (response["schema"u8] is { IsMissing: false } schema)
        {
            writer.Message(2, item => item.Message(1, inner => SwaggerSchemaMessage.Write(inner, schema)));
        }
    }
}
