namespace Webhooks.Resources.Yaml;

/// <summary>What YamlDotNet's scanner finds wrong, told to somebody who has never heard of scanners.</summary>
/// <param name="Text">What is wrong and, where it can be said, what to do; without a full stop.</param>
/// <param name="IsAtEnd">Whether it stands where the scanner stopped, and not where it began.</param>
internal readonly record struct ScannerProblem(string Text, bool IsAtEnd = false)
{
    private const string Tab = "a tab can't indent; use spaces";
    private const string Mapping = "no mapping may start here; indent the line as its neighbours are, or put quotes around text with ': '";
    private const string Anchor = "behind & or * must stand an anchor's name; put quotes around text that starts with one of them";
    private const string Character = "no text starts with this character; put quotes around it";

    /// <summary>The scanner's words, of YamlDotNet 16.3, and ours.</summary>
    private static readonly (string Words, ScannerProblem Problem)[] Known =
    [
        ("found a tab character that violate indentation", new(Tab, IsAtEnd: true)),
        ("found invalid tab as indentation", new(Tab)),
        ("While scanning a plain scalar value, found invalid mapping", new(Mapping)),
        ("While scanning an anchor or alias", new(Anchor)),
        ("found character that cannot start any token", new(Character)),
    ];

    public static ScannerProblem Of(string words)
    {
        foreach ((string theirs, ScannerProblem ours) in Known)
        {
            if (words.Contains(theirs, StringComparison.OrdinalIgnoreCase))
            {
                return ours;
            }
        }

        return new ScannerProblem(Tidy(words));
    }

    // Our messages start in lower case and end without a full stop.
    private static string Tidy(string problem) =>
        problem.Length > 1 && char.IsAsciiLetterLower(problem[1])
            ? char.ToLowerInvariant(problem[0]) + problem[1..].TrimEnd('.')
            : problem.TrimEnd('.');
}
