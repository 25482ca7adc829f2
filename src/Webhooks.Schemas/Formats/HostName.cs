using System.Text;
using Webhooks.Schemas.Patterns;

namespace Webhooks.Schemas.Formats;

/// <summary>Host names as <c>strfmt.IsHostname</c> has them: letters and symbols of any script; a single label takes one dash, behind its first character.</summary>
internal static class HostName
{
    private const int MostBytes = 255;
    private const int MostLabelBytes = 63;

    /// <summary>One label alone, or labels and a top one of letters; their lengths are looked at apart.</summary>
    private static readonly PatternTable Patterns = new();

    private const string Character = @"[0-9\p{S}\p{L}]";

    private const string Shape = $@"^(?:{Character}-?{Character}*|(?:{Character}(?:(?:-|{Character})*{Character})?\.)+\pL\pL+)$";

    public static bool IsWellFormed(string text) =>
        Patterns.IsMatch(Shape, text) == true
        && Encoding.UTF8.GetByteCount(text) <= MostBytes
        && text.Split('.').All(label => Encoding.UTF8.GetByteCount(label) <= MostLabelBytes);
}
