using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Quantities;

namespace Webhooks.Schemas.Decoding;

/// <summary>
/// Holds a document against a Go type as <c>sigs.k8s.io/json</c> decodes it: the first value that the type does not
/// take is an error, and what it doesn't know is noted.
/// </summary>
/// <remarks>For one use. A null is well everywhere: Go leaves a field as it is.</remarks>
public sealed class TypedReading(StrictFindings findings, IReadOnlySet<int> duplicateRows)
{
    /// <summary>The most structs inside one another; only JSON schemas have no end of their own.</summary>
    private const int MostStructs = 500;

    private static readonly HashSet<int> NoRows = [];
    private readonly MemberPath _path = new();
    private readonly List<string> _fields = [];
    private string _struct = "";
    private DecodeException? _firstProblem;
    private int _depth;

    /// <summary>The member that the document is of something larger, for paths; empty for the whole.</summary>
    public string Root { get; init; } = "";

    /// <summary>Looks at a whole document.</summary>
    /// <exception cref="DecodeException">It has a value that its type does not take.</exception>
    public void Read(JsonValue document, GoType type)
    {
        if (Root.Length > 0)
        {
            _path.Into(Root);
        }

        Value(document, type);
        if (_firstProblem != null)
        {
            throw _firstProblem;
        }
    }

    private void Value(JsonValue value, GoType type)
    {
        if (value.Kind == JsonKind.Null)
        {
            return;
        }

        switch (type.Shape)
        {
            case GoShape.Struct:
                Struct(value, type);
                break;
            case GoShape.SchemaOrList or GoShape.SchemaOrTexts or GoShape.SchemaOrBool:
                Apart(value, type);
                break;
            case GoShape.Map:
                Map(value, type);
                break;
            case GoShape.Slice:
                Slice(value, type);
                break;
            case GoShape.Quantity:
                if (!QuantityJson.TryRead(value, out _, out string? error))
                {
                    throw new DecodeException(error);
                }

                break;
            case GoShape.Time or GoShape.MicroTime:
                Time(value, type);
                break;
            default:
                Scalar(value, type);
                break;
        }
    }

    private void Struct(JsonValue value, GoType type)
    {
        if (value.Kind == JsonKind.Object)
        {
            Members(value, type.Struct);
        }
        else
        {
            Save(Mismatch(JsonWords.Of(value), type.Name));
        }
    }

    /// <summary>Reads a value by a decoder of its own: it names nothing that it doesn't know, and its problem ends the reading, as one of this field.</summary>
    private void Apart(JsonValue value, GoType type)
    {
        if (SchemaUnions.Find(type.Shape, value.Kind) is not { } found)
        {
            return;
        }

        try
        {
            new TypedReading(new StrictFindings(), NoRows) { _depth = _depth }.Read(value, found);
        }
        catch (DecodeException e) when (e.Mismatch is { } mismatch)
        {
            throw Mismatch(mismatch.Word, mismatch.Type);
        }
    }

    private void Members(JsonValue value, GoStruct type)
    {
        if (++_depth > MostStructs)
        {
            throw new DecodeException("exceeded max depth");
        }

        string outer = _struct;
        JsonCursor members = new(value, withShadowed: true);
        while (members.MoveNext())
        {
            GoField? field = type.ByName.Find(members.NameValue);
            if (field == null)
            {
                findings.Unknown(_path.Member(members.Name));
                continue;
            }

            if (IsDuplicate(members))
            {
                findings.Duplicate(_path.Member(field.Name));
            }

            _struct = type.Name;
            _fields.Add(field.Name);
            _path.Into(field.Name);
            Value(members.Value, field.Type);
            _path.Back();
            _fields.RemoveAt(_fields.Count - 1);
            _struct = outer;
        }

        _depth--;
    }

    private void Map(JsonValue value, GoType type)
    {
        if (value.Kind != JsonKind.Object)
        {
            Save(Mismatch(JsonWords.Of(value), type.Name));
            return;
        }

        JsonCursor members = new(value, withShadowed: true);
        while (members.MoveNext())
        {
            if (IsDuplicate(members))
            {
                findings.Duplicate(_path.Member(members.Name));
            }

            _path.Into(members.NameValue);
            Value(members.Value, type.Element!);
            _path.Back();
        }
    }

    private void Slice(JsonValue value, GoType type)
    {
        if (value.Kind != JsonKind.Array)
        {
            Save(Mismatch(JsonWords.Of(value), type.Name));
            return;
        }

        int index = 0;
        JsonCursor items = new(value);
        while (items.MoveNext())
        {
            _path.Into(index++);
            Value(items.Value, type.Element!);
            _path.Back();
        }
    }

    private void Time(JsonValue value, GoType type)
    {
        if (value.Kind != JsonKind.String)
        {
            throw Mismatch(JsonWords.Of(value), "string");
        }

        if (GoTime.Parse(value.GetString(), type.Shape == GoShape.MicroTime ? GoTime.Micro : GoTime.Rfc3339, out _) is { } problem)
        {
            throw new DecodeException(problem);
        }
    }

    private void Scalar(JsonValue value, GoType type)
    {
        switch (type.Shape)
        {
            case GoShape.String when value.Kind != JsonKind.String:
            case GoShape.Bool when value.Kind is not (JsonKind.True or JsonKind.False):
            case GoShape.Bytes when value.Kind is not (JsonKind.String or JsonKind.Array):
            case GoShape.Integer or GoShape.Float when value.Kind != JsonKind.Number:
                Save(Mismatch(JsonWords.Of(value), type.Name));
                break;
            case GoShape.Integer when !IsWhole(value, type.Name):
                Save(Mismatch($"number {value}", type.Name));
                break;
            case GoShape.Float when !double.IsFinite(JsonWords.Double(value)):
                Save(Mismatch($"number {value}", type.Name));
                break;
            case GoShape.Bytes when value.Kind == JsonKind.String && Base64Text.Decode(value.GetString(), out int offset) == null:
                Save(new DecodeException($"illegal base64 data at input byte {offset}"));
                break;
            case GoShape.IntOrString when value.Kind == JsonKind.Number && !IsWhole(value, "int32"):
                throw Mismatch($"number {value}", "int32");
            case GoShape.IntOrString when value.Kind is not (JsonKind.Number or JsonKind.String):
                throw Mismatch(JsonWords.Of(value), "int32");
        }
    }

    private bool IsDuplicate(JsonCursor member) => duplicateRows.Count > 0 && duplicateRows.Contains(member.NameValue.Row);

    private static bool IsWhole(JsonValue value, string type) =>
        value.TryGetInt64(out long number) && (type != "int32" || number is >= int.MinValue and <= int.MaxValue);

    private void Save(DecodeException problem) => _firstProblem ??= problem;

    private DecodeException Mismatch(string word, string type)
    {
        string place = _fields.Count == 0 ? "value" : $"struct field {_struct}.{string.Join('.', _fields)}";
        return new($"json: cannot unmarshal {word} into Go {place} of type {type}") { Mismatch = (word, type) };
    }
}
