using Webhooks.Resources.Embedded;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables;

/// <summary>The API documentation's words for the fields that columns show, version 1.36.2.</summary>
internal static class Descriptions
{
    private static readonly Lazy<JsonTree> Texts = new(() => EmbeddedJson.Read(typeof(Descriptions).Assembly, "descriptions.json"));

    /// <summary>The description of a field, <c>TYPE.FIELD</c>.</summary>
    /// <exception cref="ArgumentException">The file has none.</exception>
    public static string Of(string field)
    {
        int dot = field.IndexOf('.', StringComparison.Ordinal);
        return Texts.Value.Root[field[..dot]][field[(dot + 1)..]].AsString()
            ?? throw new ArgumentException($"descriptions.json says nothing of {field}", nameof(field));
    }
}
