using System.Collections.Concurrent;

namespace Webhooks.Schemas.Patterns;

/// <summary>The patterns of a schema, each parsed when it is first needed.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class PatternTable
{
    private readonly ConcurrentDictionary<string, Pattern?> _parsed = new(StringComparer.Ordinal);

    /// <summary>Whether the pattern is found in a text; <c>null</c> for one that is no regular expression, which no server would have stored.</summary>
    public bool? IsMatch(string pattern, string text) =>
        _parsed.GetOrAdd(pattern, static text => Pattern.TryParse(text, out Pattern? parsed, out _) ? parsed : null)?.IsMatch(text);
}
