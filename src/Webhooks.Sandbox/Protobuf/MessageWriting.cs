using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>Writes messages as Go writes the structs that it decodes them into.</summary>
internal sealed class MessageWriting(JsonWriter writer)
{
    /// <summary>
    /// The most messages inside one another. The server has no bound; the deepest objects in use, schemas of custom
    /// resources, have some 60.
    /// </summary>
    public const int MaxDepth = 100;

    private int _depth;

    /// <summary>Writes the members of an object; its braces are the caller's.</summary>
    /// <exception cref="DecodeException">It is no such message.</exception>
    public void WriteMembers(ProtoMessage type, ReadOnlyMemory<byte> data)
    {
        Enter();
        WireMessage message = WireMessage.Read(type, data);
        for (int i = 0; i < type.Fields.Count; i++)
        {
            Member(type.Fields[i], message, i);
        }

        _depth--;
    }

    private void Enter()
    {
        if (_depth == MaxDepth)
        {
            throw new DecodeException($"proto: exceeded max depth of {MaxDepth}");
        }

        _depth++;
    }

    private void Member(ProtoField field, WireMessage message, int index)
    {
        if (message.Last(index) is not { } last)
        {
            if (field.IsAlwaysWritten)
            {
                writer.WriteName(field.Name);
                writer.WriteNull();
            }
        }
        else if (field.IsInline)
        {
            WriteMembers(field.Message, message.Merged(index));
        }
        else if (!field.OmitsEmpty || !IsEmpty(field, last))
        {
            writer.WriteName(field.Name);
            Values(field, message, index);
        }
    }

    private void Values(ProtoField field, WireMessage message, int index)
    {
        switch (field.Repeat)
        {
            case ProtoRepeat.List:
                List(field, message.Of(index));
                break;
            case ProtoRepeat.Map:
                Map(field, message.Of(index));
                break;
            default:
                Value(field, field.Shape == ProtoShape.Message ? new(index, 0, message.Merged(index)) : message.Of(index)[^1]);
                break;
        }
    }

    private void List(ProtoField field, ReadOnlySpan<WireValue> values)
    {
        writer.StartArray();
        foreach (WireValue value in values)
        {
            Value(field, value);
        }

        writer.EndArray();
    }

    private void Map(ProtoField field, ReadOnlySpan<WireValue> entries)
    {
        Dictionary<string, ReadOnlyMemory<byte>> members = new(StringComparer.Ordinal);
        foreach (WireValue entry in entries)
        {
            WireMessage read = WireMessage.Read(ProtoMessage.Entry, entry.Bytes);
            members[WireText.Read((read.Last(0)?.Bytes ?? default).Span)] = read.Last(1)?.Bytes ?? default;
        }

        writer.StartObject();
        foreach ((string name, ReadOnlyMemory<byte> value) in members.OrderBy(member => member.Key, Utf8Order.Comparer))
        {
            writer.WriteName(name);
            Value(field, new(0, 0, value));
        }

        writer.EndObject();
    }

    private void Value(ProtoField field, WireValue value)
    {
        switch (field.Shape)
        {
            case ProtoShape.String:
                writer.WriteString(WireText.Read(value.Bytes.Span));
                break;
            case ProtoShape.Bool:
                writer.WriteBool(value.Number != 0);
                break;
            case ProtoShape.Int32:
                writer.WriteNumber(unchecked((int)value.Number));
                break;
            case ProtoShape.Int64:
                writer.WriteNumber(unchecked((long)value.Number));
                break;
            case ProtoShape.Double:
                Double(BitConverter.UInt64BitsToDouble(value.Number));
                break;
            case ProtoShape.Bytes:
                writer.WriteString(Convert.ToBase64String(value.Bytes.Span));
                break;
            case ProtoShape.Message:
                Message(field.Message, value.Bytes);
                break;
            default:
                OwnForms.Write(writer, field.Shape, value.Bytes);
                break;
        }
    }

    private void Message(ProtoMessage type, ReadOnlyMemory<byte> data)
    {
        switch (type.Form)
        {
            case ProtoForm.Object:
                writer.StartObject();
                WriteMembers(type, data);
                writer.EndObject();
                break;
            case ProtoForm.List:
                List(type.Fields[0], WireMessage.Read(type, data).Of(0));
                break;
            default:
                Choice(type, data);
                break;
        }
    }

    private void Choice(ProtoMessage type, ReadOnlyMemory<byte> data)
    {
        Enter();
        WireMessage message = WireMessage.Read(type, data);
        int first = 0;
        while (first < type.Fields.Count && message.Of(first).IsEmpty)
        {
            first++;
        }

        if (first < type.Fields.Count)
        {
            Values(type.Fields[first], message, first);
        }
        else if (type.Fields[^1].Shape == ProtoShape.Bool)
        {
            writer.WriteBool(false);
        }
        else
        {
            writer.WriteNull();
        }

        _depth--;
    }

    private void Double(double number)
    {
        if (!double.IsFinite(number))
        {
            throw new DecodeException($"json: unsupported value: {(double.IsNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf")}");
        }

        writer.WriteRaw(System.Text.Encoding.ASCII.GetBytes(GoNumber.Json(number)));
    }

    private static bool IsEmpty(ProtoField field, WireValue value) => field.Shape switch
    {
        ProtoShape.Time or ProtoShape.MicroTime => WireTime.Read(value.Bytes, field.Shape == ProtoShape.MicroTime) == null,
        ProtoShape.Int32 => unchecked((int)value.Number) == 0,
        ProtoShape.Double => BitConverter.UInt64BitsToDouble(value.Number) == 0,
        _ => value.Number == 0 && value.Bytes.IsEmpty,
    };
}
