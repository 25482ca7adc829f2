using System.Text.Json;
using Webhooks.Client.Objects;

namespace Webhooks.Client.Watching;

/// <summary>What stands around the object of an event: <c>{"type":…,"object":…}</c>.</summary>
internal readonly ref struct WatchEnvelope
{
    private WatchEnvelope(WatchEventType type, ReadOnlySpan<byte> item)
    {
        Type = type;
        Item = item;
    }

    /// <summary>What has happened.</summary>
    public WatchEventType Type { get; }

    /// <summary>The object's JSON; empty for none.</summary>
    public ReadOnlySpan<byte> Item { get; }

    /// <summary>
    /// Takes an envelope as API servers write it, first the type and last the object, without looking into the object:
    /// who reads that as one value has proved the rest.
    /// </summary>
    /// <returns>False when it may be written otherwise.</returns>
    public static bool TryOpen(ReadOnlySpan<byte> line, out WatchEnvelope envelope)
    {
        envelope = default;
        ReadOnlySpan<byte> start = "{\"type\":\""u8;
        ReadOnlySpan<byte> middle = "\",\"object\":"u8;
        ReadOnlySpan<byte> trimmed = line.TrimEnd(" \t\r"u8);
        if (!trimmed.StartsWith(start) || !trimmed.EndsWith("}"u8))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = trimmed[start.Length..^1];
        int length = rest.IndexOf((byte)'"');
        if (length < 0 || !rest[length..].StartsWith(middle) || TypeOf(rest[..length]) is not (not WatchEventType.Unknown and var type))
        {
            return false;
        }

        envelope = new WatchEnvelope(type, rest[(length + middle.Length)..]);
        return true;
    }

    /// <summary>Reads an envelope whatever the order of its members.</summary>
    /// <exception cref="JsonException">The line is no JSON object.</exception>
    public static WatchEnvelope Read(ReadOnlySpan<byte> line)
    {
        WatchEventType type = WatchEventType.Unknown;
        ReadOnlySpan<byte> item = default;
        Utf8JsonReader reader = new(line, UndecodableReader.Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("the line is no object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isType = reader.ValueTextEquals("type"u8);
            bool isItem = reader.ValueTextEquals("object"u8);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                type = TypeOf(reader);
            }

            reader.Skip();
            item = isItem ? line[start..(int)reader.BytesConsumed] : item;
        }

        // To the end: what was cut off is no event.
        while (reader.Read())
        {
        }

        return new WatchEnvelope(type, item);
    }

    private static WatchEventType TypeOf(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("ADDED"u8) ? WatchEventType.Added
        : text.SequenceEqual("MODIFIED"u8) ? WatchEventType.Modified
        : text.SequenceEqual("DELETED"u8) ? WatchEventType.Deleted
        : text.SequenceEqual("BOOKMARK"u8) ? WatchEventType.Bookmark
        : text.SequenceEqual("ERROR"u8) ? WatchEventType.Error
        : WatchEventType.Unknown;

    /// <summary>The type of a text that may be escaped.</summary>
    private static WatchEventType TypeOf(Utf8JsonReader reader) =>
        !reader.ValueIsEscaped ? TypeOf(reader.ValueSpan)
        : reader.ValueTextEquals("ADDED"u8) ? WatchEventType.Added
        : reader.ValueTextEquals("MODIFIED"u8) ? WatchEventType.Modified
        : reader.ValueTextEquals("DELETED"u8) ? WatchEventType.Deleted
        : reader.ValueTextEquals("BOOKMARK"u8) ? WatchEventType.Bookmark
        : reader.ValueTextEquals("ERROR"u8) ? WatchEventType.Error
        : WatchEventType.Unknown;
}
