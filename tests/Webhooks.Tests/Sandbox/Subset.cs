using Webhooks.Resources.Json;

namespace Webhooks.Tests.Sandbox;

/// <summary>Whether a recorded part of an answer is contained in a whole one.</summary>
internal static class Subset
{
    /// <summary>Where <paramref name="part"/> is not contained in <paramref name="whole"/>; null where it is.</summary>
    /// <remarks>Members must be there, each item must be contained in some item; <c>&lt;text&gt;</c> and <c>HASH</c> fit any text.</remarks>
    public static string? Missing(JsonValue part, JsonValue whole, string path = "$") => part.Kind switch
    {
        JsonKind.Object => part.Members().Select(member => Missing(member.Value, whole[member.Key], $"{path}.{member.Key}")).FirstOrDefault(found => found is not null),
        JsonKind.Array => part.Items()
            .Where(item => !whole.Items().Any(candidate => Missing(item, candidate) is null))
            .Select(item => $"{path}: no item has {item}")
            .FirstOrDefault(),
        JsonKind.String when part.GetString() is "<text>" => whole.Kind == JsonKind.String ? null : $"{path}: no text",
        JsonKind.String when part.GetString().Split("<hash>") is [var before, var after] =>
            whole.AsString() is { } text && text.StartsWith(before, StringComparison.Ordinal) && text.EndsWith(after, StringComparison.Ordinal) ? null : $"{path}: {whole}",
        _ => JsonEquality.AreEqual(part, whole) ? null : $"{path}: {part} expected, {(whole.IsMissing ? "nothing" : whole.ToString())} found",
    };
}
