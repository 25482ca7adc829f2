using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>
/// Metadata in JSON that has no type, an object's own or those of an embedded resource, as Go's <c>ObjectMeta</c> holds
/// them. Source: <c>schemaobjectmeta.GetObjectMetaWithOptions</c>.
/// </summary>
/// <remarks>Pure and thread safe. They are written before they are decoded, so that <c>1.0</c> is a whole number in them.</remarks>
internal static class ObjectMetaDecoding
{
    private static readonly HashSet<int> NoRows = [];
    private static readonly Lazy<GoType> ObjectMeta = new(() => new GoType(GoShape.Struct, "v1.ObjectMeta") { Schema = DefinitionSchemas.ObjectMeta });

    /// <summary>The metadata in normal form: only known members, none that is empty.</summary>
    /// <param name="metadata">The metadata; of <c>null</c> an empty object is made.</param>
    /// <param name="path">Their path, for unknown members.</param>
    /// <param name="unknown">Where the paths of unknown members are added; <c>null</c>: nobody asks.</param>
    /// <exception cref="DecodeException">They are no metadata.</exception>
    public static JsonValue Decode(JsonValue metadata, string path, ICollection<string>? unknown)
    {
        JsonValue written = StoredForm.Of(metadata);
        StrictFindings findings = new();
        new TypedReading(findings, NoRows).Read(written, ObjectMeta.Value);
        foreach (string one in findings.UnknownPaths)
        {
            unknown?.Add($"{path}.{one}");
        }

        return Normal(written);
    }

    /// <summary>Stored metadata in normal form, without the members that are of another type; what is no object is left as it is.</summary>
    public static JsonValue Read(JsonValue metadata)
    {
        if (metadata.Kind is not (JsonKind.Object or JsonKind.Null))
        {
            return metadata;
        }

        if (TryDecode(metadata) is { IsMissing: false } decoded)
        {
            return decoded;
        }

        JsonDraft sound = new(metadata);
        foreach ((string name, JsonValue value) in metadata.Members())
        {
            JsonDraft alone = JsonDraft.EmptyObject();
            alone.SetValue(name, value);
            if (TryDecode(alone.Freeze(JsonPolicy.Server)).IsMissing)
            {
                sound.Remove(name);
            }
        }

        return Decode(sound.Freeze(JsonPolicy.Server), "", null);
    }

    /// <summary>Metadata that were decoded, in normal form again.</summary>
    /// <exception cref="DecodeException">They have a value that its type does not take.</exception>
    public static JsonValue Normal(JsonValue metadata)
    {
        using PooledBuffer buffer = new();
        using TypedWriting writing = new(new JsonWriter(buffer), keepsEmptyLists: true);
        writing.WriteStruct(metadata, ObjectMeta.Value);
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Compact().Root;
    }

    private static JsonValue TryDecode(JsonValue metadata)
    {
        try
        {
            return Decode(metadata, "", null);
        }
        catch (DecodeException)
        {
            return default;
        }
    }
}
