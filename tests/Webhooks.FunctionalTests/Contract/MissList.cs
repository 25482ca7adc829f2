using System.Collections.Immutable;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>The scenarios that the in-memory server is known to answer otherwise, each with the reason. It can only shrink.</summary>
internal static class MissList
{
    private static readonly Lazy<ImmutableSortedDictionary<string, string>> Listed =
        new(() => Parse(File.ReadLines(Repository.PathOf("tests", "Webhooks.FunctionalTests", "Contract", "misses.txt"))));

    /// <summary>Reasons by scenario.</summary>
    public static ImmutableSortedDictionary<string, string> All => Listed.Value;

    /// <summary>Reads lines of the form <c>area/slug: reason</c>; empty ones and those that begin with # say nothing.</summary>
    /// <exception cref="FormatException">A line has another form, or no reason, or a scenario stands twice.</exception>
    public static ImmutableSortedDictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var misses = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.Split(": ", 2) is not [{ Length: > 0 } name, { Length: > 0 } reason] || !misses.TryAdd(name, reason.Trim()))
            {
                throw new FormatException($"not 'area/slug: reason', or there already: {line}");
            }
        }

        return misses.ToImmutable();
    }

    /// <summary>What is wrong with a result: a miss that is not listed, or a listed one that is none; <c>null</c>: nothing.</summary>
    public static string? Problem(ReplayResult result, ImmutableSortedDictionary<string, string> misses) => (result.IsRight, misses.GetValueOrDefault(result.Transcript.Name)) switch
    {
        (true, { } reason) => $"{result.Transcript.Name} is right now: take it off misses.txt ({reason})",
        (false, null) => string.Join('\n', result.Differences),
        _ => null,
    };
}
