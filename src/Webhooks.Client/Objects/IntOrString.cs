using System.Globalization;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>A number or a text, such as a port or its name, or a percentage.</summary>
/// <remarks>By default the number 0, as in Go. Source: <c>k8s.io/apimachinery/pkg/util/intstr</c>.</remarks>
[JsonConverter(typeof(IntOrStringConverter))]
public readonly record struct IntOrString
{
    private readonly string? _text;
    private readonly int _number;

    /// <summary>A number.</summary>
    public IntOrString(int number) => _number = number;

    /// <summary>A text, which stays one even where it reads as a number.</summary>
    public IntOrString(string text) => _text = text ?? throw new ArgumentNullException(nameof(text));

    /// <summary>True, with the number, where it is one.</summary>
    public bool TryGetNumber(out int number)
    {
        number = _number;
        return _text == null;
    }

    /// <summary>The text, or the number in digits.</summary>
    public override string ToString() => _text ?? _number.ToString(CultureInfo.InvariantCulture);
}
