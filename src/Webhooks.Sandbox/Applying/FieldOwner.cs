using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Applying;

/// <summary>Who owns fields: one entry of <c>managedFields</c> each.</summary>
/// <param name="Name">The field manager: <c>kubectl</c>.</param>
/// <param name="IsApply">Whether the fields were applied; else they came with other writes.</param>
/// <param name="ApiVersion">The version written; empty for those who apply, whose entry is one for all versions.</param>
/// <param name="Subresource">The subresource written; empty for the object itself.</param>
internal readonly record struct FieldOwner(string Name, bool IsApply, string ApiVersion, string Subresource)
{
    /// <summary>Who applies.</summary>
    public static FieldOwner Applying(string name, string subresource) => new(name.Length == 0 ? "unknown" : name, true, "", subresource);

    /// <summary>Who writes otherwise.</summary>
    public static FieldOwner Updating(string name, string apiVersion, string subresource) =>
        new(name.Length == 0 ? "unknown" : name, false, apiVersion, subresource);

    /// <summary><c>Apply</c> or <c>Update</c>.</summary>
    public string Operation => IsApply ? "Apply" : "Update";

    /// <summary>The text that owners are sorted by: their entry as JSON, without time and fields.</summary>
    public string SortText
    {
        get
        {
            using PooledBuffer buffer = new();
            JsonWriter writer = new(buffer);
            writer.StartObject();
            WriteUnlessEmpty(writer, "manager", Name);
            writer.WriteText("operation", Operation);
            WriteUnlessEmpty(writer, "apiVersion", ApiVersion);
            WriteUnlessEmpty(writer, "subresource", Subresource);
            writer.EndObject();
            return Encoding.UTF8.GetString(buffer.WrittenSpan);
        }
    }

    /// <summary>The owner as conflicts name one: <c>"kubectl" with subresource "status" using apps/v1</c>.</summary>
    public override string ToString() =>
        GoString.Quote(Name)
        + (Subresource.Length > 0 ? $" with subresource {GoString.Quote(Subresource)}" : "")
        + (IsApply ? "" : $" using {ApiVersion}");

    private static void WriteUnlessEmpty(JsonWriter writer, string name, string text)
    {
        if (text.Length > 0)
        {
            writer.WriteText(name, text);
        }
    }
}
