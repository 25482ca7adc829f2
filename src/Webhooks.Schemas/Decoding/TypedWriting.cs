using System.Buffers;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>Writes a value as Go writes the struct that it was decoded into; the value was looked at before.</summary>
/// <remarks>For one use. What a draft took apart is written anew, the rest in one piece where it has that form already.</remarks>
/// <param name="writer">Where to.</param>
/// <param name="keepsEmptyLists">Whether an empty list stays one; else it is none, as storage in protobuf makes it.</param>
public sealed class TypedWriting(JsonWriter writer, bool keepsEmptyLists) : IDisposable
{
    private readonly TypedScalars _scalars = new(writer);

    // The members of the structs that are being written, each in the place of its field.
    private DraftPart[] _members = ArrayPool<DraftPart>.Shared.Rent(128);
    private int _top;

    /// <summary>A document whose values have that form already; missing for none.</summary>
    public JsonValue Normal { get; init; }

    /// <summary>Whether JSON of any type is written as <see cref="StoredForm"/> has it; else as it was sent. Default: as sent.</summary>
    public bool IsStored { get; init; }

    /// <summary>Whether lists and maps that are empty stay where they are left out else. Default: no.</summary>
    public bool KeepsEmpty { get; init; }

    /// <summary>Writes a whole object, with kind and apiVersion.</summary>
    public void Write(DraftPart value, GoType type, GroupVersionKind kind)
    {
        writer.StartObject();
        writer.WriteText("kind", kind.Kind);
        writer.WriteText("apiVersion", kind.GroupVersion.ToString());
        // Those two are the first fields of every object.
        Fields(value, type.Struct, after: 2);
        writer.EndObject();
    }

    /// <summary>Gives memory back.</summary>
    public void Dispose()
    {
        ArrayPool<DraftPart>.Shared.Return(_members, clearArray: true);
        _members = [];
    }

    /// <summary>Writes a part of an object: its metadata.</summary>
    public void WriteStruct(JsonValue value, GoType type) => Struct(new DraftPart(value), type.Struct);

    private void Field(GoField field, DraftPart value)
    {
        bool isEmpty = field.IsPointer ? value.IsAbsent : IsEmpty(value, field.Type);
        bool isKept = KeepsEmpty && !value.IsAbsent && field.Type.Shape is GoShape.Slice or GoShape.Map;
        if (isEmpty && !field.IsAlwaysWritten && !isKept)
        {
            return;
        }

        writer.WriteName(field.Utf8Name);
        bool isNull = value.IsAbsent && (field.IsPointer || field.Type.Shape is GoShape.Slice or GoShape.Map or GoShape.Bytes);
        if (isNull || (isEmpty && !keepsEmptyLists && field.Type.Shape is GoShape.Slice))
        {
            writer.WriteNull();
        }
        else
        {
            Value(value, field.Type);
        }
    }

    /// <summary>What <c>omitempty</c> takes for empty; of structs, what <c>omitzero</c> does.</summary>
    private static bool IsEmpty(DraftPart value, GoType type) =>
        value.IsAbsent || (type.Shape is GoShape.Slice or GoShape.Map ? value.Count == 0 : TypedScalars.IsEmpty(value.Value, type.Shape));

    private void Value(DraftPart value, GoType type)
    {
        if (value.Value.IsOfSameDocument(Normal))
        {
            writer.WriteValue(value.Value);
            return;
        }

        switch (type.Shape)
        {
            case GoShape.Struct:
                Struct(value, type.Struct);
                break;
            case GoShape.SchemaOrList or GoShape.SchemaOrTexts or GoShape.SchemaOrBool:
                Union(value, type.Shape);
                break;
            case GoShape.Map:
                Map(value, type.Element!);
                break;
            case GoShape.Slice:
                Slice(value, type.Element!);
                break;
            case GoShape.Raw:
                Raw(value);
                break;
            default:
                _scalars.Write(value.Value, type.Shape);
                break;
        }
    }

    /// <summary>Writes a schema or what stands in its place: what counts for nothing as <c>null</c>, so too a list that is empty.</summary>
    private void Union(DraftPart value, GoShape shape)
    {
        if (value.Kind is JsonKind.True or JsonKind.False && shape == GoShape.SchemaOrBool)
        {
            writer.WriteBool(value.Kind == JsonKind.True);
        }
        else if (value.IsAbsent || (value is { Kind: JsonKind.Array, Count: 0 } && !KeepsEmpty) || SchemaUnions.Find(shape, value.Kind) is not { } type)
        {
            writer.WriteNull();
        }
        else
        {
            Value(value, type);
        }
    }

    private void Struct(DraftPart value, GoStruct type)
    {
        writer.StartObject();
        Fields(value, type, after: 0);
        writer.EndObject();
    }

    /// <summary>Writes the fields after so many: the members come in any order, and are looked at once.</summary>
    private void Fields(DraftPart value, GoStruct type, int after)
    {
        ReadOnlySpan<GoField> fields = type.Fields;
        int first = _top;
        _top += fields.Length;
        if (_top > _members.Length)
        {
            Grow();
        }

        _members.AsSpan(first, fields.Length).Clear();
        DraftCursor members = new(value.Kind == JsonKind.Object ? value : default);
        while (members.MoveNext())
        {
            if (members.Find(type.ByName) is { } field)
            {
                _members[first + field.Index] = members.Part;
            }
        }

        foreach (GoField field in fields[after..])
        {
            Field(field, _members[first + field.Index]);
        }

        _top = first;
    }

    private void Grow()
    {
        DraftPart[] larger = ArrayPool<DraftPart>.Shared.Rent(Math.Max(_top, _members.Length * 2));
        _members.CopyTo(larger, 0);
        ArrayPool<DraftPart>.Shared.Return(_members, clearArray: true);
        _members = larger;
    }

    private void Map(DraftPart value, GoType element)
    {
        writer.StartObject();
        if (value.TakenApart == null && GoMembers.AreInOrder(value.Value))
        {
            JsonCursor members = new(value.Value);
            while (members.MoveNext())
            {
                writer.WriteName(members.NameValue);
                Value(new DraftPart(members.Value), element);
            }
        }
        else
        {
            foreach ((string name, DraftPart item) in GoMembers.InOrder(value))
            {
                writer.WriteName(name);
                Value(item, element);
            }
        }

        writer.EndObject();
    }

    private void Slice(DraftPart value, GoType element)
    {
        writer.StartArray();
        DraftCursor items = new(value);
        while (items.MoveNext())
        {
            Value(items.Part, element);
        }

        writer.EndArray();
    }

    private void Raw(DraftPart value)
    {
        JsonValue whole = value.TakenApart?.Freeze(JsonPolicy.Server) ?? value.Value;
        if (whole.IsMissing)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteCompact(IsStored ? StoredForm.Of(whole) : whole);
        }
    }
}
