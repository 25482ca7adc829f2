using System.Diagnostics.CodeAnalysis;
using Webhooks.Schemas.Patterns.Matching;
using Webhooks.Schemas.Patterns.Syntax;

namespace Webhooks.Schemas.Patterns;

/// <summary>A regular expression of RE2's syntax that is searched for in texts, as Go's <c>regexp</c> does: by code points, in linear time.</summary>
/// <remarks>
/// Immutable and thread safe. A search costs one look into a table for each character, until the expression has filled half a
/// megabyte with states; from there on, at most the length of the text times that of the expression, counts written out. It is
/// made ready by the first search.
/// </remarks>
internal sealed class Pattern
{
    private readonly Lazy<PatternSearch> _search;

    private Pattern(SyntaxNode expression) => _search = new(() => new(ProgramCompiler.Compile(expression)));

    /// <summary>The expression that a text says.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The expression.</param>
    /// <param name="error">Why there is none, in Go's words.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Pattern? pattern, [NotNullWhen(false)] out PatternError? error)
    {
        try
        {
            (pattern, error) = (new(PatternReader.Read(text)), null);
            return true;
        }
        catch (PatternException refusal)
        {
            (pattern, error) = (null, refusal.Error);
            return false;
        }
    }

    /// <summary>Whether it is found in a text, anywhere.</summary>
    public bool IsMatch(string text) => _search.Value.IsMatch(text);
}
