using System.Collections.Concurrent;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Storage;

/// <summary>The members <c>kind</c> and <c>apiVersion</c>, which are put before an object when it leaves the store.</summary>
internal static class ObjectType
{
    private static readonly ConcurrentDictionary<GroupVersionKind, byte[]> Prefixes = new();

    /// <summary>The start of an object of that kind, up to the comma before its next member.</summary>
    public static ReadOnlySpan<byte> Prefix(GroupVersionKind kind) => Prefixes.GetOrAdd(kind, Write);

    /// <summary>An object of that kind.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="json">The object without its type; it has a member at least.</param>
    public static byte[] Join(GroupVersionKind kind, ReadOnlySpan<byte> json)
    {
        ReadOnlySpan<byte> prefix = Prefix(kind);
        byte[] joined = new byte[prefix.Length + json.Length - 1];
        prefix.CopyTo(joined);
        json[1..].CopyTo(joined.AsSpan(prefix.Length));
        return joined;
    }

    /// <summary>An object without its type, <c>metadata</c> first.</summary>
    /// <param name="draft">The object, which loses its type.</param>
    public static byte[] WriteWithout(JsonDraft draft)
    {
        draft.Remove("kind");
        draft.Remove("apiVersion");
        JsonDraft metadata = draft.Remove("metadata") ?? JsonDraft.EmptyObject();
        using PooledBuffer buffer = new(PooledBuffer.UsualObject);
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteName("metadata"u8);
        metadata.Write(writer);
        writer.EndObject();
        if (draft.Count == 0)
        {
            return buffer.WrittenSpan.ToArray();
        }

        // The rest, with a comma in the place of its bracket.
        int end = buffer.WrittenSpan.Length - 1;
        draft.Write(new JsonWriter(buffer));
        byte[] json = [.. buffer.WrittenSpan[..end], .. buffer.WrittenSpan[(end + 1)..]];
        json[end] = (byte)',';
        return json;
    }

    private static byte[] Write(GroupVersionKind kind)
    {
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteName("kind"u8);
        writer.WriteString(kind.Kind);
        writer.WriteName("apiVersion"u8);
        writer.WriteString(new GroupVersion(kind.Group, kind.Version).ToString());
        writer.EndObject();
        byte[] prefix = buffer.WrittenSpan.ToArray();
        prefix[^1] = (byte)',';
        return prefix;
    }
}
