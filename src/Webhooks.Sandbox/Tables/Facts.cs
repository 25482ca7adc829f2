using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;
using Webhooks.Resources.Selectors;

namespace Webhooks.Sandbox.Tables;

/// <summary>What more than one kind of table shows of an object.</summary>
internal static class Facts
{
    /// <summary>What stands where there is nothing to show.</summary>
    public const string None = "<none>";

    /// <summary>What stands where an optional field is absent.</summary>
    public const string Unset = "<unset>";

    /// <summary>The object's name; empty where it has none.</summary>
    public static string NameOf(JsonValue value) => value["metadata"u8]["name"u8].AsString() ?? "";

    /// <summary>How long ago the object was made.</summary>
    public static string AgeOf(JsonValue value, DateTimeOffset now) =>
        HumanDuration.Since(value["metadata"u8]["creationTimestamp"u8].AsString(), now);

    /// <summary>Whether the object is being deleted.</summary>
    public static bool IsBeingDeleted(JsonValue value) => !value["metadata"u8]["deletionTimestamp"u8].IsAbsent;

    /// <summary>A text; empty for anything else.</summary>
    public static string Text(JsonValue value) => value.AsString() ?? "";

    /// <summary>A text, or <paramref name="other"/> for an empty one and for anything else.</summary>
    public static string TextOr(JsonValue value, string other) => value.AsString() is { Length: > 0 } text ? text : other;

    /// <summary>Whether the value is <c>true</c>.</summary>
    public static bool IsTrue(JsonValue value) => value.Kind == JsonKind.True;

    /// <summary>A number or text, as an IntOrString prints.</summary>
    public static string IntOrString(JsonValue value) => value.AsString() ?? value.ToString();

    /// <summary>A quantity in its canonical form; <c>0</c> where there is none.</summary>
    public static string Amount(JsonValue value) =>
        Quantity.TryParse(value.AsString() ?? (value.Kind == JsonKind.Number ? value.ToString() : "0"), out Quantity quantity)
            ? quantity.ToString()
            : "0";

    /// <summary>The items' texts, joined by commas.</summary>
    public static string Joined(JsonValue list) => string.Join(',', list.Items().Select(Text));

    /// <summary>One member of all items, joined by commas: the names of containers.</summary>
    public static string Joined(JsonValue list, string member) => string.Join(',', list.Items().Select(item => Text(item[member])));

    /// <summary>Labels in order of their keys, <c>a=b,c=d</c>; <c>&lt;none&gt;</c> without any.</summary>
    public static string Labels(JsonValue labels) => TextOrNone(
        string.Join(',', labels.Members().OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={Text(label.Value)}")));

    /// <summary>A selector of a manifest: <c>a=b,c in (d,e)</c>; <c>&lt;none&gt;</c> for one without conditions or none.</summary>
    public static string Selector(JsonValue selector) =>
        LabelSelector.Read(selector, "", out ImmutableArray<StatusCause> _) is { } read ? TextOrNone(read.ToString()) : "<error>";

    /// <summary>At most three of the texts, and how many there are besides: <c>a,b,c + 2 more...</c>.</summary>
    public static string FirstThree(IReadOnlyList<string> texts, string none)
    {
        string shown = string.Join(',', texts.Take(3));
        return texts.Count > 3 ? $"{shown} + {texts.Count - 3} more..." : TextOrOther(shown, none);
    }

    private static string TextOrNone(string text) => TextOrOther(text, None);

    private static string TextOrOther(string text, string other) => text.Length == 0 ? other : text;
}
