using System.Text.RegularExpressions;

namespace Webhooks.Schemas.Formats;

/// <summary>Colours as style sheets write them.</summary>
internal static class Colors
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private const string Part = @"[\t\n\f\r ]*(0|[1-9][0-9]?|1[0-9][0-9]|2[0-4][0-9]|25[0-5])[\t\n\f\r ]*";

    private static readonly Regex Hex = new(@"^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\z", Options);

    private static readonly Regex Rgb = new($@"^rgb\({Part},{Part},{Part}\)\z", Options);

    /// <summary>Three or six hexadecimal digits, with or without <c>#</c>.</summary>
    public static bool IsHex(string text) => Hex.IsMatch(text);

    /// <summary><c>rgb(0, 128, 255)</c>, in lower case.</summary>
    public static bool IsRgb(string text) => Rgb.IsMatch(text);
}
