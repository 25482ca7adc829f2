using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>One operation of a JSON Patch (RFC 6902 section 4).</summary>
/// <remarks>Immutable and thread safe. Values are places in the documents they come from, not copies.</remarks>
public sealed class PatchOperation
{
    private PatchOperation(PatchKind kind, JsonPointer path, JsonPointer? from, JsonValue value)
    {
        ArgumentNullException.ThrowIfNull(path);
        Kind = kind;
        Path = path;
        From = from;
        Value = value;
    }

    /// <summary>What it does.</summary>
    public PatchKind Kind { get; }

    /// <summary>The place it changes or tests.</summary>
    public JsonPointer Path { get; }

    /// <summary>The place a move or copy takes its value from; <c>null</c> of the other kinds.</summary>
    public JsonPointer? From { get; }

    /// <summary>The value of an add, replace or test; missing of the other kinds.</summary>
    public JsonValue Value { get; }

    /// <summary>Sets a member, inserts an item before the one at <paramref name="path"/>, or replaces the document.</summary>
    public static PatchOperation Add(JsonPointer path, JsonValue value) => new(PatchKind.Add, path, null, Present(value));

    /// <summary>Takes out what stands at <paramref name="path"/>.</summary>
    public static PatchOperation Remove(JsonPointer path) => new(PatchKind.Remove, path, null, default);

    /// <summary>Gives what stands at <paramref name="path"/> another value.</summary>
    public static PatchOperation Replace(JsonPointer path, JsonValue value) =>
        new(PatchKind.Replace, path, null, Present(value));

    /// <summary>Takes out what stands at <paramref name="from"/>, and then adds it at <paramref name="path"/>.</summary>
    public static PatchOperation Move(JsonPointer from, JsonPointer path) => new(PatchKind.Move, path, Present(from), default);

    /// <summary>Adds what stands at <paramref name="from"/> also at <paramref name="path"/>.</summary>
    public static PatchOperation Copy(JsonPointer from, JsonPointer path) => new(PatchKind.Copy, path, Present(from), default);

    /// <summary>Asserts that <paramref name="path"/> has a value that equals <paramref name="value"/>, as <see cref="JsonEquality"/> says.</summary>
    public static PatchOperation Test(JsonPointer path, JsonValue value) => new(PatchKind.Test, path, null, Present(value));

    /// <summary>The same operation on a document in which this one's document stands at <paramref name="parent"/>.</summary>
    public PatchOperation Below(JsonPointer parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return new PatchOperation(Kind, parent.Append(Path), From == null ? null : parent.Append(From), Value);
    }

    /// <summary>Writes the operation: <c>op</c>, <c>path</c>, <c>from</c> and <c>value</c>, in this order, those it has.</summary>
    public void Write(JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.StartObject();
        writer.WriteName("op"u8);
        writer.WriteString(PatchWords.Word(Kind));
        writer.WriteName("path"u8);
        writer.WriteString(Path.ToString());
        if (From != null)
        {
            writer.WriteName("from"u8);
            writer.WriteString(From.ToString());
        }

        if (!Value.IsMissing)
        {
            writer.WriteName("value"u8);
            writer.WriteValue(Value);
        }

        writer.EndObject();
    }

    /// <summary>The operation as JSON text.</summary>
    public override string ToString()
    {
        using PooledBuffer buffer = new();
        Write(new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonValue Present(JsonValue value) =>
        value.IsMissing ? throw new ArgumentException("a missing value cannot be patched in; for null, parse \"null\"", nameof(value)) : value;

    private static JsonPointer Present(JsonPointer from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return from;
    }
}
