using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables;

/// <summary>What marks a row, such as that the object has run to its end.</summary>
/// <param name="Type">What is said: <c>Completed</c>.</param>
/// <param name="Status">Whether it holds: <c>True</c>.</param>
/// <param name="Reason">Why, in one word.</param>
/// <param name="Message">Why, for people.</param>
internal sealed record RowCondition(string Type, string Status, string Reason, string Message)
{
    /// <summary>Writes the condition.</summary>
    public void Write(JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("type", Type);
        writer.WriteText("status", Status);
        writer.WriteText("reason", Reason);
        writer.WriteText("message", Message);
        writer.EndObject();
    }
}
