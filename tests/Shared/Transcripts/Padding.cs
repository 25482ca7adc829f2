using System.Globalization;
using System.Text.RegularExpressions;

namespace Webhooks.Shared.Transcripts;

/// <summary><c>&lt;pad:N&gt;</c> in a body: N letters x.</summary>
internal static partial class Padding
{
    public static string Fill(string body) =>
        Pattern().Replace(body, match => new string('x', int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));

    [GeneratedRegex("<pad:([0-9]{1,8})>")]
    private static partial Regex Pattern();
}
