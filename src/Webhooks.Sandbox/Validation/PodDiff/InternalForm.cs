using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>Shows a part of a Pod's spec as <c>encoding/json</c> writes the server's internal form of it.</summary>
/// <remarks>The types hold no cycle, so the depth is bounded by them.</remarks>
internal sealed class InternalForm
{
    private readonly bool _isIndented;
    private readonly StringBuilder _text = new();

    private InternalForm(bool isIndented)
    {
        _isIndented = isIndented;
    }

    /// <summary>The value on lines, a space for each level; each line ends with a line feed.</summary>
    /// <param name="type">Its type: <c>PodSpec</c>, <c>[]NodeSelectorTerm</c>.</param>
    /// <param name="value">The value, in published form; missing for none.</param>
    public static string[] Lines(string type, JsonValue value)
    {
        string text = Show(type, value, isIndented: true);
        return [.. text.Split('\n').Select(line => line + "\n")];
    }

    /// <summary>The value without spaces.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="value">The value, in published form; missing for none.</param>
    public static string Compact(string type, JsonValue value) => Show(type, value, isIndented: false);

    private static string Show(string type, JsonValue value, bool isIndented)
    {
        InternalForm form = new(isIndented);
        form.Write(InternalType.Parse(type), value, default, 0);
        return form._text.ToString();
    }

    private void Write(InternalType type, JsonValue value, JsonValue owner, int depth)
    {
        switch (type.Shape)
        {
            case InternalShape.Struct:
                Struct(type, value, owner, depth);
                break;
            case InternalShape.Pointer or InternalShape.Slice or InternalShape.Map when value.IsAbsent:
                _text.Append("null");
                break;
            case InternalShape.Pointer:
                Write(type.Element!, value, owner, depth);
                break;
            case InternalShape.Slice:
                Sequence('[', value.Items(), ']', depth, item => Write(type.Element!, item, value, depth + 1));
                break;
            case InternalShape.Map:
                Sequence('{', value.Members().OrderBy(member => member.Key, Utf8Order.Comparer), '}', depth, member => Named(member.Key, type.Element!, member.Value, value, depth));
                break;
            default:
                Scalar(type.Shape, value);
                break;
        }
    }

    private void Struct(InternalType type, JsonValue value, JsonValue owner, int depth)
    {
        JsonValue Of(InternalField field) => (field.IsOfOwner ? owner : value)[field.Member];
        IEnumerable<InternalField> shown = InternalTypes.FieldsOf(type.Name).Where(field => !field.IsOmitted || !IsEmpty(Of(field)));
        Sequence('{', shown, '}', depth, field => Named(field.Name, field.Type, Of(field), value, depth));
    }

    private void Named(string name, InternalType type, JsonValue value, JsonValue owner, int depth)
    {
        Quoted(name);
        _text.Append(_isIndented ? ": " : ":");
        Write(type, value, owner, depth + 1);
    }

    private void Sequence<T>(char open, IEnumerable<T> items, char close, int depth, Action<T> write)
    {
        _text.Append(open);
        bool isFirst = true;
        foreach (T item in items)
        {
            if (!isFirst)
            {
                _text.Append(',');
            }

            Break(depth + 1);
            write(item);
            isFirst = false;
        }

        if (!isFirst)
        {
            Break(depth);
        }

        _text.Append(close);
    }

    private void Break(int depth)
    {
        if (_isIndented)
        {
            _text.Append('\n').Append(' ', depth);
        }
    }

    private void Scalar(InternalShape shape, JsonValue value)
    {
        if (value.AsString() is { } text)
        {
            Quoted(text);
        }
        else if (!value.IsAbsent)
        {
            _text.Append(value.ToString());
        }
        else
        {
            _text.Append(shape switch
            {
                InternalShape.String => "\"\"",
                InternalShape.Quantity => "\"0\"",
                InternalShape.Bool => "false",
                _ => "0",
            });
        }
    }

    /// <summary><c>encoding/json</c> escapes what HTML and JavaScript would take amiss.</summary>
    private void Quoted(string text)
    {
        foreach (char character in JsonText.Quote(text))
        {
            _ = character is '<' or '>' or '&' or '\u2028' or '\u2029'
                ? _text.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture))
                : _text.Append(character);
        }
    }

    private static bool IsEmpty(JsonValue value) =>
        value.IsAbsent || (value.Kind is JsonKind.Array or JsonKind.Object && value.Count == 0) || value.AsString() is { Length: 0 };
}
