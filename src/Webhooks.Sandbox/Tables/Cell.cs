using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Tables;

/// <summary>What a row shows in one column: text, a number, true or false, or nothing.</summary>
/// <remarks>Immutable. <c>default</c> is nothing, which is written as <c>null</c>.</remarks>
internal readonly struct Cell
{
    private readonly string? _text;
    private readonly double _number;
    private readonly long _integer;
    private readonly Shape _shape;

    private Cell(Shape shape, string? text = null, long integer = 0, double number = 0) =>
        (_shape, _text, _integer, _number) = (shape, text, integer, number);

    private enum Shape : byte
    {
        Nothing,
        Text,
        Integer,
        Number,
        Bool,
    }

    /// <summary>A cell of that number, finite.</summary>
    public static Cell OfNumber(double number) => new(Shape.Number, number: number);

    /// <summary>A cell of that text; null is an empty one.</summary>
    public static implicit operator Cell(string? text) => new(Shape.Text, text ?? "");

    /// <summary>A cell of that whole number.</summary>
    public static implicit operator Cell(long number) => new(Shape.Integer, integer: number);

    /// <summary>A cell of that truth.</summary>
    public static implicit operator Cell(bool value) => new(Shape.Bool, integer: value ? 1 : 0);

    /// <summary>Writes the cell's value.</summary>
    public void Write(JsonWriter writer)
    {
        switch (_shape)
        {
            case Shape.Text:
                writer.WriteString(_text!);
                break;
            case Shape.Integer:
                writer.WriteNumber(_integer);
                break;
            case Shape.Number:
                writer.WriteRaw(System.Text.Encoding.ASCII.GetBytes(GoNumber.Json(_number)));
                break;
            case Shape.Bool:
                writer.WriteBool(_integer != 0);
                break;
            default:
                writer.WriteNull();
                break;
        }
    }
}
