using System.Collections.Concurrent;

namespace Webhooks.Schemas.Patterns;

/// <summary>The patterns of a schema, each parsed when it is first needed.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class PatternTable
{
    private readonly ConcurrentDictionary<string, Pattern?> _parsed = new(StringComparer.Ordinal);

    /// <summary>Whether the pattern is found in a text; <c>null</c> where the pattern can't be read and nobody can say.</summary>
    public bool? IsMatch(string pattern, string text) => _parsed.GetOrAdd(pattern, Pattern.TryParse)?.IsMatch(text);
}
