using System.Globalization;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Compares values that are no objects and no lists of the same sort.</summary>
internal static class JsonScalars
{
    /// <summary>Compares, and binds what a text teaches.</summary>
    /// <returns>Why it is another; empty where that is plain to see; <c>null</c>: it is the same.</returns>
    public static string? Compare(JsonElement expected, JsonElement got, Bindings bindings) => (expected.ValueKind, got.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => InvalidList.Compare(expected.GetString()!, got.GetString()!, bindings),
        (JsonValueKind.String, JsonValueKind.Number) when expected.ValueEquals("<number>") => null,
        (JsonValueKind.Number, JsonValueKind.Number) => IsSameNumber(expected.GetRawText(), got.GetRawText()) ? null : "",
        (JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null, var kind) => kind == expected.ValueKind ? null : "",
        _ => "",
    };

    // An integer and a fraction are not the same to who reads them, whatever their value.
    private static bool IsSameNumber(string expected, string got) => expected == got
        || (IsFraction(expected) && IsFraction(got)
            && double.Parse(expected, CultureInfo.InvariantCulture).Equals(double.Parse(got, CultureInfo.InvariantCulture)));

    private static bool IsFraction(string number) => number.AsSpan().ContainsAny('.', 'e', 'E');
}
