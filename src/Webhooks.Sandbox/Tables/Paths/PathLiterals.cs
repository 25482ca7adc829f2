using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Paths;

/// <summary>The values that stand in a template themselves.</summary>
internal static class PathLiterals
{
    /// <summary>A text.</summary>
    public static PathNode.Literal OfText(string text) => new(JsonTree.OfString(Encoding.UTF8.GetBytes(text)).Root);

    /// <summary>A number.</summary>
    /// <exception cref="FormatException">It is none, in the library's words.</exception>
    public static PathNode.Literal OfNumber(string number) =>
        long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer)
            ? new(Json(integer.ToString(CultureInfo.InvariantCulture)))
        : double.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double real)
            ? new(Json(real.ToString("E16", CultureInfo.InvariantCulture)))
        : throw new FormatException($"cannot parse number {number}");

    /// <summary>A truth value.</summary>
    /// <param name="word"><c>true</c> or <c>false</c>.</param>
    public static PathNode.Literal OfBool(string word) => new(Json(word));

    private static JsonValue Json(string literal) => JsonTree.Parse(literal).Compact().Root;
}
