using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>JSON merge patches (RFC 7386) as the API server applies them.</summary>
/// <remarks>
/// Source: evanphx/json-patch v4.12. Beyond the RFC nulls of objects inside of lists are taken out too, but not those of a
/// list that takes the place of an object.
/// </remarks>
internal static class MergePatching
{
    /// <summary>What the server says of anything that is no merge patch, once it takes no closer look.</summary>
    public const string NoPatch = "Invalid JSON Patch";

    /// <summary>What the patch makes of <paramref name="current"/>; a list where fields are not validated and the patch is one.</summary>
    /// <param name="current">The stored object.</param>
    /// <param name="patch">The body's value.</param>
    /// <param name="isChecked">Whether fields are validated, <c>Strict</c> or <c>Warn</c>: another decoder reads the patch then.</param>
    /// <exception cref="StatusException">400: this is no merge patch.</exception>
    public static JsonValue Apply(JsonValue current, JsonValue patch, bool isChecked)
    {
        if (isChecked && patch.Kind is not (JsonKind.Object or JsonKind.Null))
        {
            throw PatchFormats.Malformed(PatchFormat.Merge, isChecked, ObjectPatch.Refusal(patch));
        }

        if (patch.Kind < JsonKind.Array)
        {
            throw new StatusException(Status.BadRequest(NoPatch));
        }

        ObjectPatch.CheckDepth(patch, PatchFormat.Merge, isChecked);
        JsonDraft result = new(current);
        if (patch.Kind == JsonKind.Array)
        {
            result = ObjectPatch.Pruned(patch);
        }
        else
        {
            Merge(result, patch);
        }

        return result.Freeze(JsonPolicy.Server);
    }

    private static void Merge(JsonDraft current, JsonValue patch)
    {
        JsonCursor members = new(patch);
        while (members.MoveNext())
        {
            string name = members.Name;
            JsonValue value = members.Value;
            JsonDraft? standing = value.Kind == JsonKind.Null ? null : current.Find(name);
            if (value.Kind == JsonKind.Null)
            {
                current.Remove(name);
            }
            else if (standing is not { Kind: JsonKind.Object })
            {
                current.Set(name, ObjectPatch.Pruned(value));
            }
            else if (value.Kind == JsonKind.Object)
            {
                Merge(standing, value);
            }
            else
            {
                current.SetValue(name, value);
            }
        }
    }
}
