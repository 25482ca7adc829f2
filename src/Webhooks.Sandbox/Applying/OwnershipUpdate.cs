using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>What becomes of ownership when an object is written: <c>merge.Updater</c> of structured-merge-diff.</summary>
/// <remarks>Entries of other versions are compared in this one: versions of a kind are taken to have the same fields.</remarks>
/// <param name="type">The type of the object.</param>
/// <param name="reset">The fields that the request cannot set.</param>
internal sealed class OwnershipUpdate(FieldType type, FieldSet reset)
{
    private static readonly FieldOwner Writing = new("current-operation", false, "", "");

    /// <summary>A write other than an apply: the owner gets what changed, and the time.</summary>
    public void Update(JsonValue live, JsonValue next, Ownership ownership, FieldOwner owner, DateTimeOffset now)
    {
        FieldComparison difference = FieldComparison.Of(live, next, type).Without(reset);
        Take(difference, ownership, Writing);
        FieldSet changed = difference.Modified.Union(difference.Added).ExceptBelow(reset).Except(ResetFields.Unowned);
        if (!changed.IsEmpty)
        {
            FieldSet before = ownership.Sets.GetValueOrDefault(owner)?.Fields ?? new FieldSet();
            ownership.Sets[owner] = new OwnedSet(changed.Union(before), owner.ApiVersion, now);
        }
    }

    /// <summary>The fields of other owners that differ.</summary>
    public ApplyConflicts Conflicts(JsonValue live, JsonValue next, Ownership ownership, FieldOwner owner)
    {
        FieldComparison difference = FieldComparison.Of(live, next, type).Without(reset);
        FieldSet changed = difference.Modified.Union(difference.Added);
        return new ApplyConflicts(ownership.Sets.Where(one => one.Key != owner)
            .Select(one => KeyValuePair.Create(one.Key, one.Value.Fields.Intersection(changed))));
    }

    /// <summary>The object with what the owner applies now and without what it applied before, and nobody else owns.</summary>
    /// <param name="live">The stored object.</param>
    /// <param name="applied">What is applied.</param>
    /// <param name="ownership">Changed: the owner's entry has the fields of <paramref name="applied"/>.</param>
    /// <param name="owner">Who applies.</param>
    /// <param name="apiVersion">The version of <paramref name="applied"/>.</param>
    public JsonValue Merge(JsonValue live, JsonValue applied, Ownership ownership, FieldOwner owner, string apiVersion)
    {
        JsonValue merged = FieldMerge.Merge(live, applied, type);
        OwnedSet? last = ownership.Sets.GetValueOrDefault(owner);
        ownership.Sets[owner] = new OwnedSet(OwnedFields.Of(applied, type).ExceptBelow(reset), apiVersion, last?.Time);
        return last == null ? merged : Prune(merged, last.Fields.WithDeclared(type), ownership);
    }

    /// <summary>Others lose what differs, and what is gone.</summary>
    public void Take(JsonValue live, JsonValue next, Ownership ownership, FieldOwner owner)
    {
        Take(FieldComparison.Of(live, next, type).Without(reset), ownership, owner);
        OwnedSet own = ownership.Sets[owner];
        Put(ownership, owner, own with { Fields = own.Fields.Except(ResetFields.Unowned) });
    }

    private static void Take(FieldComparison difference, Ownership ownership, FieldOwner owner)
    {
        if (ownership.IsEmpty)
        {
            return;
        }

        FieldSet lost = difference.Modified.Union(difference.Added).Union(difference.Removed);
        foreach ((FieldOwner other, OwnedSet set) in ownership.Sets.ToArray())
        {
            Put(ownership, other, other == owner ? set : set with { Fields = set.Fields.Except(lost) });
        }
    }

    private static void Put(Ownership ownership, FieldOwner owner, OwnedSet set)
    {
        if (set.Fields.IsEmpty)
        {
            ownership.Sets.Remove(owner);
        }
        else
        {
            ownership.Sets[owner] = set;
        }
    }

    private JsonValue Prune(JsonValue merged, FieldSet last, Ownership ownership)
    {
        FieldSet managed = ownership.Sets.Values.Aggregate(new FieldSet(), (all, one) => all.Union(one.Fields)).WithDeclared(type);
        FieldSet ofMerged = OwnedFields.Of(merged, type).WithDeclared(type);

        // Without all that it had; then with what anybody owns; then with what it never had.
        FieldSet ofRest = OwnedFields.Of(FieldRemoval.Remove(merged, last, type), type).WithDeclared(type);
        JsonValue owned = FieldRemoval.Remove(merged, ofMerged.Except(ofRest.Union(managed)), type);
        FieldSet ofOwned = OwnedFields.Of(owned, type).WithDeclared(type);
        return FieldRemoval.Remove(merged, ofMerged.Except(ofOwned).Intersection(last), type);
    }
}
