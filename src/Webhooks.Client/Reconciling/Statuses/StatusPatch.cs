using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webhooks.Client.Requests;

namespace Webhooks.Client.Reconciling.Statuses;

/// <summary>The patch that makes one status of another: the members that differ, and no others, so that those which no record has stay.</summary>
internal static class StatusPatch
{
    /// <summary>The patch, which a server refuses for any version but one.</summary>
    /// <param name="before">What stands there.</param>
    /// <param name="after">What is to stand there.</param>
    /// <param name="json">How both are written.</param>
    /// <param name="resourceVersion">The version that they were read at.</param>
    /// <returns><c>null</c> where nothing differs but the times of conditions.</returns>
    public static MergePatch? Between<TStatus>(TStatus before, TStatus after, JsonTypeInfo<TStatus> json, string resourceVersion)
    {
        JsonElement old = JsonSerializer.SerializeToElement(before, json);
        JsonElement wanted = JsonSerializer.SerializeToElement(after, json);
        if (MemberNamesOfBoth(old, wanted).All(name => AreSame(name, Member(old, name), Member(wanted, name))))
        {
            return null;
        }

        ArrayBufferWriter<byte> document = new();
        using Utf8JsonWriter writer = new(document);
        writer.WriteStartObject();
        writer.WriteStartObject("metadata");
        writer.WriteString("resourceVersion", resourceVersion);
        writer.WriteEndObject();
        writer.WritePropertyName("status");
        WriteChanges(writer, old, wanted);
        writer.WriteEndObject();
        writer.Flush();
        return new MergePatch(document.WrittenMemory);
    }

    private static void WriteChanges(Utf8JsonWriter writer, JsonElement old, JsonElement wanted)
    {
        writer.WriteStartObject();
        foreach (string name in MemberNamesOfBoth(old, wanted))
        {
            (JsonElement? before, JsonElement? after) = (Member(old, name), Member(wanted, name));
            if (AreEqual(before, after))
            {
                continue;
            }

            writer.WritePropertyName(name);
            if (before is { ValueKind: JsonValueKind.Object } one && after is { ValueKind: JsonValueKind.Object } other)
            {
                WriteChanges(writer, one, other);
            }
            else if (after is { } value)
            {
                value.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndObject();
    }

    private static bool AreSame(string name, JsonElement? one, JsonElement? other)
    {
        if (name != "conditions" || one is not { ValueKind: JsonValueKind.Array } before || other is not { ValueKind: JsonValueKind.Array } after)
        {
            return AreEqual(one, other);
        }

        return before.GetArrayLength() == after.GetArrayLength()
            && before.EnumerateArray().Zip(after.EnumerateArray()).All(pair => AreSameConditions(pair.First, pair.Second));
    }

    private static bool AreSameConditions(JsonElement one, JsonElement other) =>
        MemberNamesOfBoth(one, other).Where(name => name != "lastTransitionTime").All(name => AreEqual(Member(one, name), Member(other, name)));

    private static bool AreEqual(JsonElement? one, JsonElement? other) =>
        one is { } before && other is { } after ? JsonElement.DeepEquals(before, after) : one == null && other == null;

    private static IEnumerable<string> MemberNamesOfBoth(JsonElement one, JsonElement other) =>
        one.EnumerateObject().Concat(other.EnumerateObject()).Select(member => member.Name).Distinct();

    // A member that is null is as good as none.
    private static JsonElement? Member(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
