using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Metadata;

/// <summary>Decodes metadata into what Go's <c>ObjectMeta</c> would hold, and writes that: only known members, none that is empty.</summary>
/// <remarks>Members are looked at sorted by name, as the server's are; the first that can't be decoded is the one that is told.</remarks>
internal sealed class MetadataReading
{
    private readonly JsonWriter _writer;
    private readonly string _path;
    private readonly ICollection<string>? _unknown;
    private string? _problem;

    private MetadataReading(JsonWriter writer, string path, ICollection<string>? unknown)
    {
        _writer = writer;
        _path = path;
        _unknown = unknown;
    }

    /// <summary>The metadata as decoded; an object.</summary>
    /// <param name="metadata">The metadata; <c>null</c> is empty.</param>
    /// <param name="path">Its path, for unknown members.</param>
    /// <param name="unknown">Where the paths of unknown members are added; <c>null</c>: nobody asks.</param>
    /// <param name="problem">Why it can't be decoded, in the words of Go; <c>null</c> when it can.</param>
    public static JsonValue Read(JsonValue metadata, string path, ICollection<string>? unknown, out string? problem)
    {
        using PooledBuffer buffer = new();
        MetadataReading reading = new(new JsonWriter(buffer), path, unknown);
        if (metadata.Kind is not (JsonKind.Object or JsonKind.Null))
        {
            problem = $"json: cannot unmarshal {GoName(metadata)} into Go value of type v1.ObjectMeta";
            return default;
        }

        reading.ReadStruct(metadata, MetadataStruct.ObjectMeta, "");
        problem = reading._problem;
        return problem == null ? JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Compact().Root : default;
    }

    private void ReadStruct(JsonValue value, MetadataStruct type, string way)
    {
        _writer.StartObject();
        foreach ((string name, JsonValue member) in value.Members().OrderBy(one => one.Key, CodePointOrder.Instance))
        {
            string place = way.Length == 0 ? name : $"{way}.{name}";
            if (!type.Members.TryGetValue(name, out MetadataType memberType))
            {
                _unknown?.Add($"{_path}.{place}");
            }
            else if (member.Kind != JsonKind.Null)
            {
                ReadMember(name, member, memberType, type.Name, place);
            }
        }

        _writer.EndObject();
    }

    private void ReadMember(string name, JsonValue value, MetadataType type, string owner, string place)
    {
        switch (type)
        {
            case MetadataType.Text when IsA(value, JsonKind.String, owner, place, "string"):
            case MetadataType.Uid when IsA(value, JsonKind.String, owner, place, "types.UID"):
                WriteScalar(name, value, value.GetString().Length == 0 && owner == "ObjectMeta");
                break;
            case MetadataType.Integer when IsA(value, JsonKind.Number, owner, place, "int64"):
                ReadInteger(name, value, owner, place);
                break;
            case MetadataType.Flag when value.Kind == JsonKind.True || IsA(value, JsonKind.False, owner, place, "bool"):
                WriteScalar(name, value, isEmpty: false);
                break;
            case MetadataType.Time:
                ReadTime(name, value);
                break;
            case MetadataType.TextMap when IsA(value, JsonKind.Object, owner, place, "map[string]string") && value.Count > 0:
                ReadTexts(name, value, owner, place);
                break;
            case MetadataType.TextList when IsA(value, JsonKind.Array, owner, place, "[]string") && value.Count > 0:
                ReadTexts(name, value, owner, place);
                break;
            case MetadataType.OwnerReferences when IsA(value, JsonKind.Array, owner, place, "[]v1.OwnerReference") && value.Count > 0:
                ReadStructs(name, value, MetadataStruct.OwnerReference, owner, place);
                break;
            case MetadataType.ManagedFields when IsA(value, JsonKind.Array, owner, place, "[]v1.ManagedFieldsEntry") && value.Count > 0:
                ReadStructs(name, value, MetadataStruct.ManagedFieldsEntry, owner, place);
                break;
            case MetadataType.Any:
                _writer.WriteName(name);
                _writer.WriteCompact(value);
                break;
        }
    }

    private void ReadInteger(string name, JsonValue value, string owner, string place)
    {
        if (!value.TryGetInt64(out long number))
        {
            _problem ??= $"json: cannot unmarshal number {value} into Go struct field {owner}.{place} of type int64";
        }

        WriteScalar(name, value, number == 0 && name == "generation");
    }

    private void ReadTime(string name, JsonValue value)
    {
        if (value.AsString() is not { } text)
        {
            _problem ??= $"json: cannot unmarshal {GoName(value)} into Go value of type string";
        }
        else if (GoTime.Parse(text, GoTime.Rfc3339, out DateTimeOffset time) is { } problem)
        {
            _problem ??= problem;
        }
        else
        {
            _writer.WriteName(name);
            _writer.WriteString(GoTime.Write(time));
        }
    }

    private void ReadTexts(string name, JsonValue value, string owner, string place)
    {
        _writer.WriteName(name);
        JsonCursor cursor = new(value);
        Action end = cursor.IsObject ? _writer.EndObject : _writer.EndArray;
        if (cursor.IsObject)
        {
            _writer.StartObject();
        }
        else
        {
            _writer.StartArray();
        }

        while (cursor.MoveNext())
        {
            if (cursor.IsObject)
            {
                _writer.WriteName(cursor.Name);
            }

            bool isText = cursor.Value.Kind == JsonKind.Null || IsA(cursor.Value, JsonKind.String, owner, place, "string");
            _writer.WriteString(isText ? cursor.Value.AsString() ?? "" : "");
        }

        end();
    }

    private void ReadStructs(string name, JsonValue list, MetadataStruct type, string owner, string place)
    {
        _writer.WriteName(name);
        _writer.StartArray();
        foreach ((int index, JsonValue item) in list.Items().Index())
        {
            if (item.Kind is JsonKind.Null || IsA(item, JsonKind.Object, owner, place, $"v1.{type.Name}"))
            {
                ReadStruct(item, type, place);
            }
        }

        _writer.EndArray();
    }

    private void WriteScalar(string name, JsonValue value, bool isEmpty)
    {
        if (!isEmpty)
        {
            _writer.WriteName(name);
            _writer.WriteCompact(value);
        }
    }

    private bool IsA(JsonValue value, JsonKind kind, string owner, string place, string goType)
    {
        if (value.Kind != kind)
        {
            _problem ??= $"json: cannot unmarshal {GoName(value)} into Go struct field {owner}.{place} of type {goType}";
        }

        return value.Kind == kind;
    }

    private static string GoName(JsonValue value) => value.Kind switch
    {
        JsonKind.Number => "number",
        JsonKind.String => "string",
        JsonKind.Array => "array",
        JsonKind.Object => "object",
        _ => "bool",
    };
}
