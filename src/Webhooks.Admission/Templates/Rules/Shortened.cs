namespace Webhooks.Admission.Templates.Rules;

/// <summary>Cuts what a message quotes: a template may hold texts of any length.</summary>
internal static class Shortened
{
    private const int Most = 128;

    public static string Of(string text) => text.Length <= Most ? text : string.Concat(text.AsSpan(0, Most), "…");
}
