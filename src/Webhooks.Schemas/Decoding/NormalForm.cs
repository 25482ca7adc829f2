using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>Objects as the server writes them: of a built-in kind what its Go type keeps and always writes.</summary>
public static class NormalForm
{
    /// <summary>The group of the one built-in kind that is stored as JSON.</summary>
    private const string Definitions = "apiextensions.k8s.io";

    /// <summary>The normal form of a changed object of that kind: only what was changed is looked at.</summary>
    /// <param name="target">The kind.</param>
    /// <param name="draft">The object.</param>
    /// <param name="normal">The object in normal form that it was made of.</param>
    /// <exception cref="DecodeException">It has a value that its type does not take.</exception>
    public static JsonValue Of(DecodeTarget target, JsonDraft draft, JsonValue normal) => Of(target, new DraftPart(draft), normal);

    /// <summary>The normal form of an object of that kind.</summary>
    /// <exception cref="DecodeException">It has a value that its type does not take.</exception>
    public static JsonValue Of(DecodeTarget target, JsonValue value) => Of(target, new DraftPart(value), default);

    /// <summary>The object as it is stored: what may be any JSON, such as a default, was decoded for checks, and is written anew.</summary>
    /// <param name="target">The kind, one that has a Go type.</param>
    /// <param name="normal">The object in normal form.</param>
    /// <exception cref="DecodeException">It has a value that its type does not take.</exception>
    public static JsonValue Stored(DecodeTarget target, JsonValue normal) => Of(target, new DraftPart(normal), default, isStored: true);

    /// <summary>The Go type of a built-in kind.</summary>
    public static GoType TypeOf(DecodeTarget target) => new(GoShape.Struct, "v1." + target.Kind.Kind) { Schema = target.Schema };

    private static JsonValue Of(DecodeTarget target, DraftPart value, JsonValue normal, bool isStored = false)
    {
        if (target.Schema == null)
        {
            return UntypedForm.Of(value.TakenApart?.Freeze(JsonPolicy.Server) ?? value.Value);
        }

        using PooledBuffer buffer = new(PooledBuffer.UsualObject);
        using TypedWriting writing = new(new JsonWriter(buffer), keepsEmptyLists: target.Kind.Group == Definitions) { Normal = normal, IsStored = isStored, KeepsEmpty = target.KeepsEmpty };
        writing.Write(value, TypeOf(target), target.Kind);
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Compact().Root;
    }
}
