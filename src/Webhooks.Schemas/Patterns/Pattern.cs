using System.Text.RegularExpressions;

namespace Webhooks.Schemas.Patterns;

/// <summary>A regular expression that is searched for in a text, in linear time.</summary>
/// <remarks>
/// Immutable and thread safe. The API server's are RE2's; this one stands on <see cref="Regex"/> without backtracking, and
/// reads only what both mean alike (<see cref="CommonSyntax"/>). Not among it, so that nobody can say of what it matches:
/// <c>\b</c>, <c>\p{…}</c>, <c>\Q…\E</c>, <c>[[:alpha:]]</c>, flags. <see cref="Regex"/> goes by UTF-16 units: where a unit
/// could be half a character, the text is undecided too.
/// </remarks>
internal sealed class Pattern
{
    private readonly Regex _regex;
    private readonly bool _matchesAnyUnit;

    private Pattern(Regex regex, bool matchesAnyUnit)
    {
        _regex = regex;
        _matchesAnyUnit = matchesAnyUnit;
    }

    /// <summary>The expression that a text says; <c>null</c> for one that can't be read, whether the server could or not.</summary>
    public static Pattern? TryParse(string text)
    {
        CommonSyntax syntax = new(text);
        if (syntax.Translate() is not { } translated)
        {
            return null;
        }

        try
        {
            return new Pattern(new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), syntax.MatchesAnyUnit);
        }
        catch (Exception refusal) when (refusal is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether it is found in a text; <c>null</c> where nobody can say.</summary>
    public bool? IsMatch(string text) => _matchesAnyUnit && text.Any(char.IsSurrogate) ? null : _regex.IsMatch(text);
}
