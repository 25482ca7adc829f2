using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Patching;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Changes an object by a patch.</summary>
internal sealed class PatchVerb(Cluster cluster, Replacing replacing, CreateVerb create, Gatekeeping gates)
{
    /// <summary>Patches the object.</summary>
    public Answer Run(ApiCall call)
    {
        PatchFormat format = PatchFormats.Of(call.ContentType, call.Resource.IsCustom);
        WriteOptions options = WriteOptions.Read(call.Query, "PatchOptions", format == PatchFormat.Apply);
        while (true)
        {
            StoredObject? current = cluster.Store.Find(call.StoredAs, call.Key);
            if (current == null && format != PatchFormat.Apply)
            {
                throw new StatusException(call.NotFound());
            }

            JsonValue old = current == null ? default : StoredForms.Read(call.Resource, current);
            DecodedObject decoded = format == PatchFormat.Apply ? Applied(call, old, options) : Patched(call, format, old, options);
            Answer? answer = Warned.Run(
                decoded.Warnings, () => Try(call, current, new JsonDraft(decoded.Object), options, isApplied: format == PatchFormat.Apply));
            if (answer != null)
            {
                return answer;
            }
        }
    }

    private Answer? Try(ApiCall call, StoredObject? current, JsonDraft next, WriteOptions options, bool isApplied)
    {
        Placing.AtPath(call, new ObjectMeta(next));
        return Warned.Run(OwnerDuplicates.Remove(next, isPatched: true), () => current == null
            ? Make(call with { Verb = "create" }, next, options)
            : replacing.Try(call, current, next, options, isApplied));
    }

    private Answer Make(ApiCall call, JsonDraft made, WriteOptions options)
    {
        gates.MakeUnasked(call);
        return create.Run(call, made, options, isApplied: true);
    }

    private DecodedObject Applied(ApiCall call, JsonValue old, WriteOptions options)
    {
        JsonValue body = PatchBodies.ReadApplied(call);
        JsonValue applied = call.Resource.Ownership.Apply(
            old, body, options.FieldManager, options.IsForced, call.Subresource?.Name ?? "", cluster.Time.GetUtcNow());
        return ObjectForms.DecodePatched(call, applied, options with { FieldValidation = FieldValidation.Ignore }, []);
    }

    /// <summary>What a patch makes of an object.</summary>
    public static DecodedObject Patched(ApiCall call, PatchFormat format, JsonValue old, WriteOptions options)
    {
        bool isChecked = options.FieldValidation != FieldValidation.Ignore;
        JsonValue patch = PatchBodies.Read(call, format, isChecked, out IReadOnlyList<string> duplicates);
        IReadOnlyList<string> findings = [];
        JsonValue patched = format switch
        {
            PatchFormat.Json => JsonPatching.Apply(old, patch, isChecked, out findings),
            PatchFormat.Merge => MergePatching.Apply(old, patch, isChecked),
            PatchFormat.Strategic => StrategicPatching.Apply(old, patch, call.Resource.Schema!),
            _ => throw new InvalidOperationException($"{format} is no patch of an object"),
        };
        string? merged = format == PatchFormat.Strategic ? GoValues.Print(patch) : null;
        return ObjectForms.DecodePatched(call, patched, options, isChecked ? [.. duplicates, .. findings] : [], merged);
    }
}
