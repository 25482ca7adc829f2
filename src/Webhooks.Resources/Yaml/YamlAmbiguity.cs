using System.Text.RegularExpressions;

namespace Webhooks.Resources.Yaml;

/// <summary>Tells the plain texts that some reader of YAML takes for something else than a string.</summary>
internal static partial class YamlAmbiguity
{
    /// <summary>
    /// Whether go-yaml v2, or a reader by the letter of YAML 1.1 or 1.2, takes it for null, a boolean, a number
    /// (sexagesimal <c>1:30</c> and integers of any length included), a date, <c>&lt;&lt;</c> or <c>=</c>.
    /// </summary>
    public static bool IsAmbiguous(string text) =>
        text is "" or "<<" or "=" ||
        YamlScalar.Read(text, tag: null, plain: true).Kind != YamlScalarKind.String ||
        (text[0] is (>= '0' and <= '9') or '+' or '-' or '.' && text.Length <= 4096 && LooksLikeNumberOrDate().IsMatch(text)) ||
        (text.Length > 4096 && text[0] is (>= '0' and <= '9') or '+' or '-' or '.');

    [GeneratedRegex(
        @"^(?:
            [-+]?0[xX][0-9a-fA-F_]+ | [-+]?0[oO][0-7_]+ | [-+]?0[bB][01_]+      # integers of any length
          | [-+]?[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?                        # sexagesimal
          | [-+]?(?:\.[0-9_]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9_]+)?  # floats beyond 64 bits
          | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt\ \t].*)?                       # dates
          )\z",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LooksLikeNumberOrDate();
}
