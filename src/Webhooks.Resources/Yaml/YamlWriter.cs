using System.Buffers;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// Writes JSON values as YAML in the form that kubectl prints: blocks indented by two, lists not indented below
/// their member, strings quoted where plain they would be something else to any reader of YAML 1.1 or 1.2.
/// </summary>
/// <remarks>
/// Members keep their order and numbers their literals. What <see cref="YamlReader"/> reads of the text equals the
/// value, except that a number beyond float64, such as <c>1e400</c>, which Kubernetes can't read either, comes back
/// as a string. Thread safe. No recursion; cost: linear in the text, whose indentation grows with the depth.
/// </remarks>
public static class YamlWriter
{
    // Longer names get a line of their own behind "? ", as go-yaml does it; readers allow 1024.
    private const int LongestSimpleName = 128;

    /// <summary>The value as YAML text; ends in a line break.</summary>
    public static string ToText(JsonValue value)
    {
        using PooledBuffer buffer = new();
        Write(value, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the value as YAML, without <c>---</c>, up to and with a line break.</summary>
    /// <exception cref="ArgumentException">The value is missing.</exception>
    public static void Write(JsonValue value, IBufferWriter<byte> bytes)
    {
        if (value.IsMissing)
        {
            throw new ArgumentException("a missing value has no text", nameof(value));
        }

        YamlOutput output = new(bytes);
        Stack<Frame> open = new();
        if (IsLeaf(value))
        {
            Leaf(value, output, 0);
            return;
        }

        open.Push(new Frame(value, 0, isInline: true));
        while (open.TryPop(out Frame frame))
        {
            if (frame.MoveNext())
            {
                JsonValue child = frame.Cursor.Value;
                bool isRightBehind = Head(frame, output);
                open.Push(frame.Behind());
                Child(child, frame, isRightBehind, output, open);
            }
        }
    }

    /// <summary>Writes indentation and a member's name, or a dash.</summary>
    /// <returns>Whether a container that is the value starts on the same line.</returns>
    private static bool Head(in Frame frame, YamlOutput output)
    {
        if (!frame.IsInline)
        {
            output.Indent(frame.Column);
        }

        if (!frame.Cursor.IsObject)
        {
            output.Write("-"u8);
            return true;
        }

        string name = frame.Cursor.Name;
        YamlStyle style = YamlStyles.OfName(name);
        if (name.Length <= LongestSimpleName)
        {
            output.Inline(name, style);
            output.Write(":"u8);
            return false;
        }

        output.Write("? "u8);
        output.Inline(name, style);
        output.Write("\n"u8);
        output.Indent(frame.Column);
        output.Write(":"u8);
        return true;
    }

    private static void Child(JsonValue child, in Frame parent, bool isRightBehind, YamlOutput output, Stack<Frame> open)
    {
        if (IsLeaf(child))
        {
            output.Write(" "u8);
            Leaf(child, output, parent.Column);
            return;
        }

        output.Write(isRightBehind ? " "u8 : "\n"u8);
        int column = isRightBehind || child.Kind == JsonKind.Object ? parent.Column + 2 : parent.Column;
        open.Push(new Frame(child, column, isRightBehind));
    }

    private static bool IsLeaf(JsonValue value) => value.Kind < JsonKind.Array || value.Count == 0;

    private static void Leaf(JsonValue value, YamlOutput output, int column)
    {
        if (value.Kind == JsonKind.String)
        {
            string text = value.GetString();
            YamlStyle style = YamlStyles.OfValue(text);
            if (style == YamlStyle.Literal)
            {
                output.Literal(text, column);
                return;
            }

            output.Inline(text, style);
        }
        else
        {
            output.Write(value.Kind switch
            {
                JsonKind.Object => "{}"u8,
                JsonKind.Array => "[]"u8,
                _ => value.RawText,
            });
        }

        output.Write("\n"u8);
    }

    /// <summary>A container being written.</summary>
    private struct Frame(JsonValue container, int column, bool isInline)
    {
        public JsonCursor Cursor = new(container);

        /// <summary>Where its names or dashes stand.</summary>
        public readonly int Column => column;

        /// <summary>Whether the next of them comes behind what stands on the line already.</summary>
        public readonly bool IsInline => isInline;

        public bool MoveNext() => Cursor.MoveNext();

        public readonly Frame Behind() => new(default, Column, isInline: false) { Cursor = Cursor };
    }
}
