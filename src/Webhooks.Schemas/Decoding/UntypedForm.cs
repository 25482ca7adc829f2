using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Decoding;

/// <summary>
/// JSON that has no type, as Go keeps it: whole numbers of 64 bits, other numbers as float64, members by name. A float
/// stays one: <c>1e0</c> becomes <c>1.0</c>, and loses its fraction only where it is written again (<see cref="StoredForm"/>).
/// </summary>
public static class UntypedForm
{
    /// <summary>What is written here was read under bounds before.</summary>
    private static readonly JsonPolicy Unbounded = JsonPolicy.Server with { MaxDepth = int.MaxValue, MaxBytes = JsonPolicy.LargestText };

    /// <summary>The value with its numbers in their shortest form, the members of objects sorted. No recursion.</summary>
    /// <exception cref="DecodeException">A number is beyond a float64.</exception>
    public static JsonValue Of(JsonValue value) => Rewrite(value, keepsFloats: true);

    /// <summary>The same, or with floats as they are written: those without a fraction become whole numbers.</summary>
    /// <exception cref="DecodeException">A number is beyond a float64.</exception>
    internal static JsonValue Rewrite(JsonValue value, bool keepsFloats)
    {
        using PooledBuffer buffer = new(Math.Max(1024, value.RawText.Length));
        Write(value, new JsonWriter(buffer), keepsFloats);
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), Unbounded).Compact().Root;
    }

    private static void Write(JsonValue value, JsonWriter writer, bool keepsFloats)
    {
        Stack<Open> open = new();
        Begin(value, writer, open, keepsFloats);
        while (open.TryPeek(out Open? top))
        {
            if (!top.MoveNext())
            {
                open.Pop();
                End(top, writer);
                continue;
            }

            top.WriteName(writer);
            Begin(top.Value, writer, open, keepsFloats);
        }
    }

    /// <summary>The error of a number beyond a float64.</summary>
    internal static DecodeException Beyond(JsonValue number) => new($"json: cannot unmarshal number {number} into Go value of type float64");

    private static void Begin(JsonValue value, JsonWriter writer, Stack<Open> open, bool keepsFloats)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                writer.StartObject();
                open.Push(new Open(value, GoMembers.AreInOrder(value) ? null : GoMembers.InOrder(value)));
                break;
            case JsonKind.Array:
                writer.StartArray();
                open.Push(new Open(value, null));
                break;
            case JsonKind.Number:
                WriteNumber(value, writer, keepsFloats);
                break;
            default:
                writer.WriteCompact(value);
                break;
        }
    }

    private static void End(Open container, JsonWriter writer)
    {
        if (container.IsObject)
        {
            writer.EndObject();
        }
        else
        {
            writer.EndArray();
        }
    }

    private static void WriteNumber(JsonValue number, JsonWriter writer, bool keepsFloats)
    {
        if (number.TryGetInt64(out long whole))
        {
            writer.WriteNumber(whole);
            return;
        }

        double value = JsonWords.Double(number);
        if (!double.IsFinite(value))
        {
            throw Beyond(number);
        }

        string text = GoNumber.Json(value);
        writer.WriteRaw(Encoding.ASCII.GetBytes(!keepsFloats || text.AsSpan().ContainsAny('.', 'e') ? text : text + ".0"));
    }

    /// <summary>A container that is being written.</summary>
    /// <param name="container">It.</param>
    /// <param name="sorted">Its members, where they don't stand in order.</param>
    private sealed class Open(JsonValue container, (JsonValue Name, JsonValue Value)[]? sorted)
    {
        private JsonCursor _cursor = new(container);
        private int _next = -1;

        public bool IsObject => _cursor.IsObject;

        public JsonValue Value => sorted == null ? _cursor.Value : sorted[_next].Value;

        public bool MoveNext() => sorted == null ? _cursor.MoveNext() : ++_next < sorted.Length;

        public void WriteName(JsonWriter writer)
        {
            if (IsObject)
            {
                writer.WriteName(sorted == null ? _cursor.NameValue : sorted[_next].Name);
            }
        }
    }
}
