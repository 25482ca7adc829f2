using System.Globalization;
using Webhooks.Resources.Literals;

namespace Webhooks.Resources.Api;

/// <summary>A refused value as messages show it: a string in Go's quotes, anything else as JSON.</summary>
public readonly record struct BadValue
{
    private readonly string? _shown;

    private BadValue(string shown)
    {
        _shown = shown;
    }

    /// <summary>The value that <paramref name="json"/> is the JSON text of; not checked.</summary>
    public static BadValue Json(string json) => new(json);

    /// <summary>A string.</summary>
    public static implicit operator BadValue(string text) => new(GoString.Quote(text));

    /// <summary>A whole number.</summary>
    public static implicit operator BadValue(long number) => new(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with a fraction, or beyond 64 bits, as <c>%v</c> of Go has it: <c>1.5</c>, <c>1e+06</c>.</summary>
    public static implicit operator BadValue(double number) => new(GoNumber.General(number));

    /// <summary>A truth value.</summary>
    public static implicit operator BadValue(bool value) => new(value ? "true" : "false");

    /// <summary>The value as messages show it; <c>null</c> for the default.</summary>
    public override string ToString() => _shown ?? "null";
}
