using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Webhooks.Schemas.Requests;
using Webhooks.Shared.Oracle;

namespace Webhooks.Tests.Oracle;

/// <summary>How many answers were given, left undecided, and missed in each part.</summary>
/// <param name="Count">All.</param>
/// <param name="Undecided">Those that are neither allowed nor refused: their rules would have to be evaluated.</param>
/// <param name="Misses">The misses, by <see cref="OraclePart"/>.</param>
internal sealed record OracleTally(int Count, int Undecided, ImmutableArray<int> Misses)
{
    private static readonly OraclePart[] Parts = Enum.GetValues<OraclePart>();

    public static OracleTally Nothing { get; } = new(0, 0, [.. Parts.Select(_ => 0)]);

    /// <summary>With one more answer.</summary>
    public OracleTally With(WriteAnswer answer, IReadOnlyList<OracleMiss> misses) => new(
        Count + 1,
        Undecided + (answer.IsUndecided && answer.Refusal == null ? 1 : 0),
        [.. Parts.Select(part => Misses[(int)part] + misses.Count(miss => miss.Part == part))]);

    /// <summary>The share of decided answers that are right in a part, 0 to 1.</summary>
    public double Share(OraclePart part) => Count == Undecided ? 1 : 1 - ((double)Misses[(int)part] / (Count - Undecided));

    /// <summary>Both together.</summary>
    public static OracleTally operator +(OracleTally left, OracleTally right) => new(
        left.Count + right.Count, left.Undecided + right.Undecided, [.. left.Misses.Zip(right.Misses, (a, b) => a + b)]);

    /// <summary>A row for each area and one for all.</summary>
    public static string Table(IReadOnlyDictionary<string, OracleTally> areas)
    {
        StringBuilder table = new();
        table.Append(CultureInfo.InvariantCulture, $"{"area",-16}{"all",6}{"undecided",11}");
        foreach (OraclePart part in Parts)
        {
            table.Append(CultureInfo.InvariantCulture, $"{part,10}");
        }

        OracleTally all = areas.Values.Aggregate(Nothing, (sum, one) => sum + one);
        foreach ((string name, OracleTally tally) in areas.Append(KeyValuePair.Create("all", all)))
        {
            table.Append(CultureInfo.InvariantCulture, $"\n{name,-16}{tally.Count,6}{tally.Undecided,11}");
            foreach (OraclePart part in Parts)
            {
                table.Append(CultureInfo.InvariantCulture, $"{tally.Misses[(int)part],10}");
            }
        }

        return table.Append('\n').ToString();
    }
}
