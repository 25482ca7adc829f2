using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Admission.Injection;

/// <summary>The value of an annotation that asks for a template: yes or no, as a string.</summary>
internal static class OptInValue
{
    /// <summary>Said of what is no string.</summary>
    public const string NeedsQuotes = "needs quotes, it must be a string";

    /// <summary>True, with the answer, for what <c>strconv.ParseBool</c> takes in any letter case.</summary>
    public static bool TryRead(JsonValue value, out bool wanted)
    {
        wanted = value.TextEquals("true"u8); // As nearly all are: told without making a string of it.
        return wanted || (value.Kind == JsonKind.String && GoBool.TryParseAnyCase(value.GetString(), out wanted));
    }

    /// <summary>What is wrong with any other.</summary>
    public static string Problem(JsonValue value)
    {
        string shown = value.Kind == JsonKind.Null ? "\"\"" : value.ToString();
        string hint = value.Kind is JsonKind.String or JsonKind.Null ? "is neither \"true\" nor \"false\"" : NeedsQuotes;
        return $"{Warning.Excerpt(shown)} {hint}";
    }
}
