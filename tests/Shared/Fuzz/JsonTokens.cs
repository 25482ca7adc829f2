namespace Webhooks.Shared.Fuzz;

/// <summary>What is put into damaged JSON: its brackets and words, and what looks like them.</summary>
internal static class JsonTokens
{
    public static IReadOnlyList<string> All { get; } =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "{\"a\":", "[[", "]]", "}}", "{}", "[]", "null", "true", "false", "0", "-", "1e9", ".5", "\"a\":1,",
        "\"a\"", "\"\"", "\\u0041", "\\ud800", "\\udc00", "\\u00", "\\\"", "\\\\", " ", "\n", "\t", "\0", "\u007f", "é", "\U0001F600", "\uFEFF", "\u2028", "//", "NaN",
    ];
}
