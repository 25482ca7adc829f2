using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>One version of an object, as the test knows it.</summary>
/// <param name="Plural">Its resource.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Revision">Its version.</param>
/// <param name="Label">Its label <c>app</c>.</param>
/// <param name="Text">Its JSON without its type.</param>
internal sealed record ModelObject(string Plural, string Namespace, string Name, long Revision, string? Label, string Text)
{
    public string Key => $"{Namespace}/{Name}";

    /// <summary>Reads an object, with its type or without.</summary>
    public static ModelObject Read(string plural, JsonValue json)
    {
        JsonValue metadata = json["metadata"u8];
        string text = Encoding.UTF8.GetString(json.RawText);
        return new ModelObject(
            plural,
            metadata["namespace"u8].AsString() ?? "",
            metadata["name"u8].GetString(),
            long.Parse(metadata["resourceVersion"u8].GetString(), CultureInfo.InvariantCulture),
            metadata["labels"u8]["app"u8].AsString(),
            text.StartsWith("{\"kind\"", StringComparison.Ordinal) ? "{" + text[text.IndexOf("\"metadata\"", StringComparison.Ordinal)..] : text);
    }

    /// <summary>The same object as of another version.</summary>
    public ModelObject At(long revision) => this with
    {
        Revision = revision,
        Text = Text.Replace($"\"resourceVersion\":\"{Revision}\"", $"\"resourceVersion\":\"{revision}\"", StringComparison.Ordinal),
    };
}
