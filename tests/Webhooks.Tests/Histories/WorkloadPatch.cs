using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Tests.Histories;

/// <summary>Applies what a step's file says to an object: a list is a JSON Patch (RFC 6902), a mapping a merge patch (RFC 7386).</summary>
internal static class WorkloadPatch
{
    public static JsonValue Apply(JsonValue patch, JsonValue target)
    {
        if (patch.Kind == JsonKind.Array)
        {
            return JsonPatch.Read(patch).Apply(target).Freeze();
        }

        JsonDraft draft = new(target);
        Merge(draft, patch);
        return draft.Freeze();
    }

    private static void Merge(JsonDraft target, JsonValue patch)
    {
        foreach ((string name, JsonValue value) in patch.Members())
        {
            if (value.Kind == JsonKind.Null)
            {
                target.Remove(name);
            }
            else if (value.Kind != JsonKind.Object)
            {
                target.Set(name, new JsonDraft(value));
            }
            else
            {
                if (target.Find(name) is not { Kind: JsonKind.Object } member)
                {
                    member = JsonDraft.EmptyObject();
                    target.Set(name, member);
                }

                Merge(member, value);
            }
        }
    }
}
