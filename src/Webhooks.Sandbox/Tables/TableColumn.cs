using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables;

/// <summary>A column as a Table publishes it.</summary>
/// <param name="Name">The heading: <c>Ready</c>.</param>
/// <param name="Type">The OpenAPI type: <c>string</c>, <c>integer</c>, <c>date</c>.</param>
/// <param name="Description">What the column shows.</param>
/// <param name="Format">The OpenAPI format; <c>name</c> for the column that identifies the object, usually empty.</param>
/// <param name="Priority">0 for a column that is always shown; above, only in wide output.</param>
internal sealed record TableColumn(string Name, string Type, string Description, string Format = "", long Priority = 0)
{
    /// <summary>Writes the column's definition.</summary>
    public void Write(JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("name", Name);
        writer.WriteText("type", Type);
        writer.WriteText("format", Format);
        writer.WriteText("description", Description);
        writer.WriteName("priority"u8);
        writer.WriteNumber(Priority);
        writer.EndObject();
    }
}
