using System.Globalization;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates;

/// <summary>What to do where quotes decide: YAML takes <c>yes</c> for true and <c>0022</c> for 18, and <c>"80"</c> for text.</summary>
internal static class QuoteHint
{
    /// <summary>The end of a message that says what must stand there; empty where quotes are not the matter.</summary>
    public static string For(JsonValue value, ShapeKind expected) => (expected, value.Kind) switch
    {
        (ShapeKind.Text, JsonKind.Number) => $", not the number {Shortened.Of(value.ToString())}; put quotes around it",
        (ShapeKind.Text, JsonKind.True or JsonKind.False) => $", not {value}; put quotes around it",
        (ShapeKind.Number, JsonKind.String) when IsInteger(value.AsString()!) => "; remove the quotes",
        (ShapeKind.Flag, JsonKind.String) when value.AsString() is "true" or "false" => "; remove the quotes",
        _ => "",
    };

    private static bool IsInteger(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
