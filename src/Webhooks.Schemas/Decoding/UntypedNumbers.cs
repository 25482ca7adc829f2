using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>The range of the numbers in JSON that has no type: that of a float64. No recursion.</summary>
internal static class UntypedNumbers
{
    /// <summary>A number without an exponent has more digits where it is beyond.</summary>
    private const int FewestDigits = 300;

    /// <summary>Looks at all numbers in document order, at those of members that a later one overrides too.</summary>
    /// <exception cref="DecodeException">One is beyond a float64: the first.</exception>
    public static void Check(JsonValue document)
    {
        Stack<JsonCursor> open = new();
        open.Push(new JsonCursor(document, withShadowed: true));
        while (open.TryPop(out JsonCursor top))
        {
            while (top.MoveNext())
            {
                if (top.Value.Kind >= JsonKind.Array)
                {
                    open.Push(top);
                    top = new JsonCursor(top.Value, withShadowed: true);
                }
                else if (top.Value.Kind == JsonKind.Number && MayBeBeyond(top.Value) && !double.IsFinite(JsonWords.Double(top.Value)))
                {
                    throw UntypedForm.Beyond(top.Value);
                }
            }
        }
    }

    private static bool MayBeBeyond(JsonValue number) => number.RawText.Length > FewestDigits || number.RawText.ContainsAny((byte)'e', (byte)'E');
}
