using System.Collections.Immutable;
using Webhooks.Schemas.Requests;
using Webhooks.Shared.Oracle;

namespace Webhooks.Tests.Oracle;

/// <summary>All requests of a folder answered here, beside what was recorded.</summary>
/// <param name="Objects">The areas, by name, and how their objects went.</param>
/// <param name="Definitions">How the definitions went, by area.</param>
/// <param name="Misses">What differs.</param>
/// <param name="Strangers">Undecided requests whose schema has no rules, which nothing excuses.</param>
internal sealed record OracleRun(
    ImmutableSortedDictionary<string, OracleTally> Objects,
    ImmutableSortedDictionary<string, OracleTally> Definitions,
    ImmutableArray<OracleMiss> Misses,
    ImmutableArray<string> Strangers)
{
    /// <summary>Runs through a folder.</summary>
    public static OracleRun Of(string folder)
    {
        Dictionary<string, OracleTally> objects = [];
        Dictionary<string, OracleTally> definitions = [];
        List<OracleMiss> misses = [];
        List<string> strangers = [];
        foreach (OracleSchema schema in OracleSchema.ReadAll(folder))
        {
            WriteAnswer definition = schema.Answer();
            Note(definitions, schema, schema.Recorded, definition);

            // Of a definition that is refused here, which is a miss itself, there are no objects to ask for.
            foreach (OracleCase one in schema.Cases.Where(one => definition.Refusal == null && !one.VerdictVaries))
            {
                Note(objects, schema, one.Recorded, one.Answer());
            }
        }

        return new(objects.ToImmutableSortedDictionary(), definitions.ToImmutableSortedDictionary(), [.. misses], [.. strangers]);

        void Note(Dictionary<string, OracleTally> tallies, OracleSchema schema, OracleAnswer recorded, WriteAnswer answer)
        {
            IReadOnlyList<OracleMiss> found = OracleComparison.Of(recorded, answer);
            misses.AddRange(found);
            if (answer.IsUndecided && !schema.HasRules)
            {
                strangers.Add(recorded.Name);
            }

            OracleTally tally = tallies.GetValueOrDefault(schema.Area, OracleTally.Nothing);
            tallies[schema.Area] = tally.With(answer, found);
        }
    }

    /// <summary>The tables of both, as text.</summary>
    public override string ToString() =>
        "objects\n" + OracleTally.Table(Objects) + "\ndefinitions\n" + OracleTally.Table(Definitions);
}
