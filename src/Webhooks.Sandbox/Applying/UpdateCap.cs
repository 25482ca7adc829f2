using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Applying;

/// <summary>Bounds the entries of those who don't apply: beyond ten the oldest become one for each version.</summary>
internal static class UpdateCap
{
    /// <summary>The name of the entry that old ones become.</summary>
    public const string OldOwners = "ancient-changes";

    private const int Most = 10;

    /// <summary>Merges the oldest entries where there are too many.</summary>
    public static void Enforce(Ownership ownership)
    {
        Dictionary<FieldOwner, OwnedSet> sets = ownership.Sets;
        FieldOwner[] updaters =
        [
            .. sets.Keys.Where(owner => !owner.IsApply)
                .OrderBy(owner => sets[owner].Time?.ToUnixTimeSeconds() ?? 0)
                .ThenBy(owner => owner.SortText, Utf8Order.Comparer),
        ];
        int count = updaters.Length;
        Dictionary<string, FieldOwner> firstOfVersion = new(StringComparer.Ordinal);
        for (int i = 0; i < updaters.Length && count > Most; i++)
        {
            OwnedSet set = sets[updaters[i]];
            if (!firstOfVersion.TryGetValue(set.ApiVersion, out FieldOwner first))
            {
                firstOfVersion.Add(set.ApiVersion, updaters[i]);
                continue;
            }

            FieldOwner old = FieldOwner.Updating(OldOwners, set.ApiVersion, "");
            if (!sets.ContainsKey(old) && sets.Remove(first, out OwnedSet? oldest))
            {
                sets[old] = oldest;
            }

            // The time of the younger of both.
            sets[old] = set with { Fields = set.Fields.Union(sets[old].Fields) };
            sets.Remove(updaters[i]);
            count--;
        }
    }
}
