using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>A parameter of an operation, in the path or in the query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place"><c>path</c> or <c>query</c>.</param>
/// <param name="Type">The JSON type of its value: <c>string</c>, <c>integer</c>, <c>boolean</c>.</param>
/// <param name="Description">What it is for.</param>
internal sealed record OpenApiParameter(string Name, string Place, string Type, string Description)
{
    /// <summary>How the output is laid out; every operation takes it.</summary>
    public static OpenApiParameter Pretty { get; } = new(
        "pretty",
        "query",
        "string",
        "If 'true', then the output is pretty printed. Defaults to 'false' unless the user-agent indicates a browser or command-line HTTP tool (curl and wget).");

    /// <summary>The namespace in a path.</summary>
    public static OpenApiParameter Namespace { get; } =
        new("namespace", "path", "string", "object name and auth scope, such as for teams and projects");

    /// <summary>Writes the parameter as version 3 has it, or as version 2.</summary>
    public void Write(OpenApiDialect dialect, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("name", Name);
        writer.WriteText("in", Place);
        writer.WriteText("description", Description);
        if (Place == "path")
        {
            writer.WriteName("required"u8);
            writer.WriteBool(true);
        }

        if (dialect == OpenApiDialect.V3)
        {
            writer.WriteName("schema"u8);
            writer.StartObject();
            WriteType(writer);
            writer.EndObject();
        }
        else
        {
            WriteType(writer);
        }

        writer.EndObject();
    }

    private void WriteType(JsonWriter writer)
    {
        writer.WriteText("type", Type);
        writer.WriteName("uniqueItems"u8);
        writer.WriteBool(true);
    }
}
