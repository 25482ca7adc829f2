using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Watching;

/// <summary>A line of a watch, read.</summary>
/// <param name="Type">What has happened.</param>
/// <param name="Item">The object of <c>ADDED</c>, <c>MODIFIED</c> and <c>DELETED</c>, where it can be read.</param>
/// <param name="Undecodable">What is known of the object, or of the line, where it can't.</param>
/// <param name="Bookmark">The metadata of <c>BOOKMARK</c>.</param>
/// <param name="Error">What <c>ERROR</c> says.</param>
internal readonly record struct WatchEvent<T>(
    WatchEventType Type, T? Item = null, UndecodableObject? Undecodable = null, ObjectMeta? Bookmark = null, Status? Error = null)
    where T : class, IKubernetesObject<T>
{
    private static readonly Status Unexplained = Status.InternalError("the watch failed without saying why");

    /// <summary>Reads a line. What can't be read is no exception: it is told as such.</summary>
    public static WatchEvent<T> Read(ReadOnlySpan<byte> line)
    {
        if (WatchEnvelope.TryOpen(line, out WatchEnvelope usual) && TryRead(usual, out WatchEvent<T> read))
        {
            return read;
        }

        try
        {
            return Read(WatchEnvelope.Read(line));
        }
        catch (JsonException problem)
        {
            return new WatchEvent<T>(WatchEventType.Unknown, Undecodable: new UndecodableObject(null, "", problem.Message));
        }
    }

    /// <summary>Reads an object of which nobody knows yet that it ends where it should; in one pass.</summary>
    private static bool TryRead(WatchEnvelope envelope, out WatchEvent<T> read)
    {
        read = default;
        if (envelope.Type is WatchEventType.Bookmark or WatchEventType.Error)
        {
            return false;
        }

        try
        {
            T? item = JsonSerializer.Deserialize(envelope.Item, T.Json);
            read = new WatchEvent<T>(envelope.Type, item);
            return item?.Metadata.Name.Length > 0;
        }
        catch (Exception problem) when (IsOfContent(problem))
        {
            return false;
        }
    }

    private static WatchEvent<T> Read(WatchEnvelope envelope)
    {
        if (envelope.Type == WatchEventType.Error)
        {
            return new WatchEvent<T>(envelope.Type, Error: ErrorOf(envelope.Item));
        }

        try
        {
            Utf8JsonReader reader = new(envelope.Item, UndecodableReader.Options);
            if (envelope.Type == WatchEventType.Bookmark)
            {
                PartialObjectMetadata? bookmark = JsonSerializer.Deserialize(ref reader, ObjectsJson.Default.PartialObjectMetadata);
                return bookmark?.Metadata.ResourceVersion.Length > 0
                    ? new WatchEvent<T>(envelope.Type, Bookmark: bookmark.Metadata)
                    : throw new JsonException("a bookmark has no version");
            }

            T? item = envelope.Type == WatchEventType.Unknown ? throw new JsonException("its type is not known") : JsonSerializer.Deserialize(ref reader, T.Json);
            return item?.Metadata.Name.Length > 0 ? new WatchEvent<T>(envelope.Type, item) : throw new JsonException("it has no name");
        }
        catch (Exception problem) when (IsOfContent(problem))
        {
            UndecodableObject known = envelope.Item.IsEmpty
                ? new UndecodableObject(null, "", problem.Message)
                : UndecodableReader.Read(envelope.Item, problem as JsonException ?? new JsonException(problem.Message));
            return new WatchEvent<T>(envelope.Type, Undecodable: known);
        }
    }

    /// <summary>What is no Status says no more than that something failed.</summary>
    private static Status ErrorOf(ReadOnlySpan<byte> item)
    {
        try
        {
            return (item.IsEmpty ? null : Status.Read(JsonTree.Parse(item.ToArray(), JsonPolicy.Server).Root)) ?? Unexplained;
        }
        catch (JsonFormatException)
        {
            return Unexplained;
        }
    }

    // A record's own converters may throw what is usual for their types.
    private static bool IsOfContent(Exception problem) => problem is JsonException or FormatException or OverflowException or ArgumentException or InvalidOperationException;
}
