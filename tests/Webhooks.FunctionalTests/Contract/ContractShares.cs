using System.Collections.Immutable;
using System.Globalization;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>How many scenarios are right: of those about what the in-memory server claims, and of the rest.</summary>
internal static class ContractShares
{
    private static readonly ImmutableHashSet<string> Claimed =
        ["gc", "namespace-lifecycle", "crd-lifecycle", "compaction", "strategic-merge", "rbac", "token", "openapi", "pods", "quota"];

    /// <summary>Whether it needs nothing but what is claimed.</summary>
    public static bool IsClaimed(Transcript transcript) => transcript.Needs.All(Claimed.Contains);

    /// <summary>The right ones, as a part of all; 1 when there are none.</summary>
    public static double Of(IReadOnlyCollection<ReplayResult> results) =>
        results.Count == 0 ? 1 : (double)results.Count(result => result.IsRight) / results.Count;

    /// <summary>A line for each area and one for all: right/total.</summary>
    public static string Table(IReadOnlyCollection<ReplayResult> results) => string.Join('\n',
        results.GroupBy(result => result.Transcript.Area)
            .OrderBy(area => area.Key, StringComparer.Ordinal)
            .Append(results.GroupBy(_ => "total").Single())
            .Select(area => string.Create(CultureInfo.InvariantCulture, $"{area.Key,-14} {area.Count(result => result.IsRight),4}/{area.Count()}")));
}
