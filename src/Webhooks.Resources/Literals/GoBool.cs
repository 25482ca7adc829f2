using System.Text;

namespace Webhooks.Resources.Literals;

/// <summary>Truth values as <c>strconv.ParseBool</c> of Go spells them.</summary>
public static class GoBool
{
    /// <summary>True, with the value, for 1, t, true, 0, f, false in any letter case: Go takes no <c>tRUE</c>, this does.</summary>
    /// <remarks>Nothing else is one: no <c>yes</c>, no <c>on</c>, no white space around it. Allocates nothing.</remarks>
    public static bool TryParseAnyCase(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "1" or "t" or "T" || Ascii.EqualsIgnoreCase(text, "true");
        return value || text is "0" or "f" or "F" || Ascii.EqualsIgnoreCase(text, "false");
    }

    /// <summary>True, with the value, for 1, t, T, true, TRUE, True, 0, f, F, false, FALSE, False: exactly what Go takes.</summary>
    /// <remarks>Allocates nothing.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "1" or "t" or "T" or "true" or "TRUE" or "True";
        return value || text is "0" or "f" or "F" or "false" or "FALSE" or "False";
    }
}
