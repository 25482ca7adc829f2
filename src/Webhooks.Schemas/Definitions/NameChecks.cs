using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether the names of a kind are names. Source: <c>ValidateCustomResourceDefinitionNames</c>.</summary>
internal static class NameChecks
{
    /// <param name="names"><c>spec.names</c>.</param>
    /// <param name="place">Its path.</param>
    public static IEnumerable<StatusCause> Run(JsonValue names, FieldPlace place) =>
    [
        .. Missing(names, place),
        .. Label(names["plural"u8], place.Member("plural")),
        .. Label(names["singular"u8], place.Member("singular")),
        .. Kind(names["kind"u8], place.Member("kind")),
        .. Kind(names["listKind"u8], place.Member("listKind")),
        .. Labels(names["shortNames"u8], place.Member("shortNames")),
        .. Ambiguous(names, place.Member("listKind")),
        .. Labels(names["categories"u8], place.Member("categories")),
    ];

    /// <summary>What is wrong with a label that must be; nothing where there is none.</summary>
    public static IEnumerable<StatusCause> Label(JsonValue label, FieldPlace place) =>
        label.AsString() is { Length: > 0 } text && Dns1035Label.Problems(text) is { Count: > 0 } problems
            ? [FieldError.Invalid(place.ToString(), text, string.Join(',', problems))]
            : [];

    private static IEnumerable<StatusCause> Missing(JsonValue names, FieldPlace place) =>
        from name in (string[])["plural", "singular", "kind", "listKind"]
        where string.IsNullOrEmpty(names[name].AsString())
        select FieldError.Required(place.Member(name).ToString());

    private static IEnumerable<StatusCause> Kind(JsonValue kind, FieldPlace place) =>
        kind.AsString() is { Length: > 0 } text && Dns1035Label.Problems(text.ToLowerInvariant()) is { Count: > 0 } problems
            ? [FieldError.Invalid(place.ToString(), text, "may have mixed case, but should otherwise match: " + string.Join(',', problems))]
            : [];

    private static IEnumerable<StatusCause> Labels(JsonValue list, FieldPlace place) => list.Items().SelectMany((label, i) =>
        Dns1035Label.Problems(label.AsString() ?? "") is { Count: > 0 } problems
            ? [FieldError.Invalid(place.Item(i).ToString(), label.AsString() ?? "", string.Join(',', problems))]
            : Array.Empty<StatusCause>());

    private static IEnumerable<StatusCause> Ambiguous(JsonValue names, FieldPlace place) =>
        names["kind"u8].AsString() is { Length: > 0 } kind && names["listKind"u8].AsString() == kind
            ? [FieldError.Invalid(place.ToString(), kind, "kind and listKind may not be the same")]
            : [];
}
