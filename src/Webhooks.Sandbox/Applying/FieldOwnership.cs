using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Patching;

namespace Webhooks.Sandbox.Applying;

/// <summary>Keeps <c>metadata.managedFields</c> of the objects of one kind, and applies on the server's side.</summary>
/// <remarks>
/// Immutable and thread safe; make one for each kind and keep it. Cost: linear in the objects and the entries.
/// Sources: k8s.io/apimachinery/pkg/util/managedfields, sigs.k8s.io/structured-merge-diff v6.
/// </remarks>
/// <param name="schema">The kind's schema; <c>null</c> for none: every list is one field then, every object many.</param>
/// <param name="kind">The kind.</param>
/// <param name="isCustom">Whether it is a custom resource.</param>
/// <param name="hasStatus">Whether its status is a subresource.</param>
internal sealed class FieldOwnership(Schema? schema, GroupVersionKind kind, bool isCustom, bool hasStatus)
{
    private readonly FieldTypes _types = new(schema, isCustom);
    private readonly JsonValue _zero = ZeroObject.Of(kind, isCustom ? null : schema);

    private string ApiVersion => new GroupVersion(kind.Group, kind.Version).ToString();

    /// <summary>The object to store after a create, update or patch: a draft of <paramref name="next"/> with its managed fields.</summary>
    /// <param name="live">What is stored; missing for a create.</param>
    /// <param name="next">What is to be stored, with defaults, and with the managed fields that the client sent, if any.</param>
    /// <param name="owner">The field manager, as <see cref="OwnerName"/> gives it.</param>
    /// <param name="subresource">The subresource written; empty for the object itself.</param>
    /// <param name="now">The time of the write.</param>
    public JsonDraft Update(JsonValue live, JsonValue next, string owner, string subresource, DateTimeOffset now)
    {
        bool isCreate = live["metadata"u8]["uid"u8].IsAbsent;
        JsonValue sent = subresource.Length > 0 ? default : next["metadata"u8]["managedFields"u8];
        Ownership ownership = new();
        if (!Ownership.IsReset(sent) && (!Ownership.TryRead(sent, out ownership) || ownership.IsEmpty))
        {
            Ownership.TryRead(live["metadata"u8]["managedFields"u8], out ownership);
        }

        JsonValue stored = ManagedFields.Remove(live.IsMissing ? _zero : live);
        JsonValue result = ManagedFields.Remove(next);
        FieldType type = _types.Root;
        if ((ownership.IsEmpty && !isCreate) || FieldCheck.Problem(result, type, allowsDuplicates: true) != null || FieldCheck.Problem(stored, type, allowsDuplicates: true) != null)
        {
            return new JsonDraft(result);
        }

        Record(stored, result, ownership, owner, subresource, now);
        UpdateCap.Enforce(ownership);
        JsonDraft owned = new(result);
        ManagedFields.Set(owned, ownership);
        return owned;
    }

    /// <summary>The object to store after an apply, managed fields included; not yet defaulted.</summary>
    /// <param name="live">What is stored; missing where nothing is: the apply creates it.</param>
    /// <param name="applied">The body's value.</param>
    /// <param name="owner">The field manager.</param>
    /// <param name="force">Whether fields of others are taken over.</param>
    /// <param name="subresource">The subresource written; empty for the object itself.</param>
    /// <param name="now">The time of the write.</param>
    /// <exception cref="StatusException">
    /// 400 for another kind, managed fields in the body, and more than 256 containers inside one another; 409 for conflicts, 500 for fields that the kind does not have.
    /// </exception>
    public JsonValue Apply(JsonValue live, JsonValue applied, string owner, bool force, string subresource, DateTimeOffset now)
    {
        ObjectPatch.CheckDepth(applied, PatchFormat.Apply, isChecked: true);
        CheckKind(applied);
        JsonValue stored = ManagedFields.Remove(live.IsMissing ? _zero : live);
        if (!Ownership.TryRead(live["metadata"u8]["managedFields"u8], out Ownership ownership) || ownership.IsEmpty)
        {
            // What was there before the first apply belongs to nobody who could be asked.
            Record(_zero, stored, ownership, "before-first-apply", subresource, now);
        }

        CheckApplied(applied, stored);
        OwnershipUpdate update = new(_types.Root, Reset(subresource));
        FieldOwner entry = FieldOwner.Applying(owner, subresource);
        JsonValue merged = update.Merge(stored, applied, ownership, entry, ApiVersion);
        if (!force)
        {
            CheckConflicts(update.Conflicts(stored, merged, ownership, entry), stored, owner);
        }

        update.Take(stored, merged, ownership, entry);
        bool isChanged = !JsonEquality.AreEqual(stored, merged);
        if (isChanged && ownership.Sets.TryGetValue(entry, out OwnedSet? own))
        {
            ownership.Sets[entry] = own with { Time = now };
        }

        JsonDraft result = new(isChanged ? merged : stored);
        if (owner == LastApplied.Owner)
        {
            LastApplied.Refresh(result, applied);
        }

        ManagedFields.Set(result, ownership);
        return result.Freeze(JsonPolicy.Server);
    }

    private FieldSet Reset(string subresource) => ResetFields.Of(kind, isCustom, hasStatus, subresource);

    private void Record(JsonValue live, JsonValue next, Ownership ownership, string owner, string subresource, DateTimeOffset now) =>
        new OwnershipUpdate(_types.Root, Reset(subresource)).Update(live, next, ownership, FieldOwner.Updating(owner, ApiVersion, subresource), now);

    private void CheckKind(JsonValue applied)
    {
        string version = applied["apiVersion"u8].AsString() ?? "";
        string name = applied["kind"u8].AsString() ?? "";
        if (!GroupVersion.TryParse(version, out GroupVersion parsed, out _) || parsed.WithKind(name) != kind)
        {
            throw new StatusException(Status.BadRequest($"invalid object type: {Show(parsed.WithKind(name))}"));
        }
    }

    private void CheckApplied(JsonValue applied, JsonValue stored)
    {
        if (applied["metadata"u8]["managedFields"u8].Kind == JsonKind.Array)
        {
            throw new StatusException(Status.BadRequest("metadata.managedFields must be nil"));
        }

        if (FieldCheck.Problem(applied, _types.Root, allowsDuplicates: false) is { } problem)
        {
            throw PatchRefusals.Plain($"failed to create typed patch object ({Describe(applied)}): {problem}");
        }

        if (FieldCheck.Problem(stored, _types.Root, allowsDuplicates: true) is { } fault)
        {
            throw PatchRefusals.Plain($"failed to create typed live object ({Describe(stored)}): {fault}");
        }
    }

    private void CheckConflicts(ApplyConflicts conflicts, JsonValue stored, string owner)
    {
        if (conflicts.AreNone)
        {
            return;
        }

        FieldSet allowed = owner == LastApplied.Owner ? LastApplied.StillSo(stored, _types.Root, new GroupVersion(kind.Group, kind.Version)) : new FieldSet();
        if (!conflicts.AreIn(allowed))
        {
            throw conflicts.Except(allowed).Refuse();
        }
    }

    private string Describe(JsonValue value)
    {
        JsonValue metadata = value["metadata"u8];
        return $"{metadata["namespace"u8].AsString()}/{metadata["name"u8].AsString()}; {Show(kind)}";
    }

    private static string Show(GroupVersionKind kind) => $"{kind.Group}/{kind.Version}, Kind={kind.Kind}";
}
