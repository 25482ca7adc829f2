using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>One version of an object, as the test knows it.</summary>
/// <param name="Plural">Its resource.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Uid">Its UID.</param>
/// <param name="Revision">Its version.</param>
/// <param name="Label">Its label <c>app</c>.</param>
/// <param name="Count">Its counter.</param>
/// <param name="Text">Its JSON without its type.</param>
internal sealed record ModelObject(string Plural, string Namespace, string Name, string Uid, long Revision, string? Label, int Count, string Text)
{
    /// <summary>The annotation that is the counter.</summary>
    public const string Counter = "example.com/count";

    public string Key => $"{Namespace}/{Name}";

    /// <summary>Whether a finalizer holds it.</summary>
    public bool IsHeld => Text.Contains("\"finalizers\":", StringComparison.Ordinal);

    /// <summary>Whether its deletion was asked for.</summary>
    public bool IsGoing => Text.Contains("\"deletionTimestamp\":", StringComparison.Ordinal);

    /// <summary>Reads an object, with its type or without.</summary>
    public static ModelObject Read(string plural, JsonValue json)
    {
        JsonValue metadata = json["metadata"u8];
        string text = Encoding.UTF8.GetString(json.RawText);
        return new ModelObject(
            plural,
            metadata["namespace"u8].AsString() ?? "",
            metadata["name"u8].GetString(),
            metadata["uid"u8].GetString(),
            RevisionOf(json),
            metadata["labels"u8]["app"u8].AsString(),
            metadata["annotations"u8]["example.com/count"u8].AsString() is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 0,
            text.StartsWith("{\"kind\"", StringComparison.Ordinal) ? "{" + text[text.IndexOf("\"metadata\"", StringComparison.Ordinal)..] : text);
    }

    /// <summary>The version of an object or a list.</summary>
    public static long RevisionOf(JsonValue json) => long.Parse(json["metadata"u8]["resourceVersion"u8].GetString(), CultureInfo.InvariantCulture);

    /// <summary>The same object as of another version.</summary>
    public ModelObject At(long revision) => this with
    {
        Revision = revision,
        Text = Text.Replace($"\"resourceVersion\":\"{Revision}\"", $"\"resourceVersion\":\"{revision}\"", StringComparison.Ordinal),
    };

    /// <summary>Short, for histories; equality looks at the whole text.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Plural} {Key} {Uid[..4]} at {Revision} app={Label} count={Count}{(IsHeld ? " held" : "")}{(IsGoing ? " going" : "")}");
}
