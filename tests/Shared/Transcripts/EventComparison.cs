using System.Collections.Immutable;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Compares events of a watch with recorded ones.</summary>
internal static class EventComparison
{
    /// <summary>Compares the one at a position, and binds what it teaches.</summary>
    public static ImmutableArray<Difference> Compare(JsonElement expected, JsonElement got, int position, Bindings bindings, ComparisonRules rules)
    {
        List<Difference> differences = [];
        new JsonComparison(bindings, rules, differences).Compare(expected, got, $"events[{position}]");
        return [.. differences];
    }

    /// <summary>Whether it is a bookmark that only carries a version: not one that says that the initial events have come.</summary>
    public static bool IsPlainBookmark(JsonElement one) =>
        TranscriptJson.Member(one, "type") is { ValueKind: JsonValueKind.String } type && type.ValueEquals("BOOKMARK")
        && !(TranscriptJson.Member(one, "object") is { } bookmark && EndsInitialEvents(bookmark));

    // In a Table the annotation is on the object of its row.
    private static bool EndsInitialEvents(JsonElement bookmark) => IsAnnotated(bookmark)
        || (TranscriptJson.Member(bookmark, "rows") is { ValueKind: JsonValueKind.Array } rows
            && rows.EnumerateArray().Any(row => IsAnnotated(TranscriptJson.Member(row, "object"))));

    private static bool IsAnnotated(JsonElement? element) =>
        TranscriptJson.Member(TranscriptJson.Member(TranscriptJson.Member(element, "metadata"), "annotations"), "k8s.io/initial-events-end") != null;
}
