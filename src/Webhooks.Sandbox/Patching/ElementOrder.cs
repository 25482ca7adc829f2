using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Patching;

/// <summary>The order of a list's items that a strategic merge patch asks for: <c>$setElementOrder</c>.</summary>
internal static class ElementOrder
{
    /// <summary>Refuses a patch whose items stand in another order than the one that it asks for.</summary>
    public static void Check(IReadOnlyList<JsonValue> patch, IReadOnlyList<JsonValue> wanted, string mergeKey)
    {
        if (wanted.Count == 0 || patch.Count == 0)
        {
            return;
        }

        int next = 0;
        foreach (JsonValue item in mergeKey.Length == 0 ? patch : ListOrder.WithoutDeletions(patch))
        {
            if (item.Kind == JsonKind.Object && !item[PatchDirectives.Patch].IsMissing)
            {
                continue;
            }

            while (next < wanted.Count && StrategicList.KeyOf(item, mergeKey) != StrategicList.KeyOf(wanted[next], mergeKey))
            {
                next++;
            }

            if (next++ >= wanted.Count)
            {
                throw PatchRefusals.Plain(
                    $"The order in patch list:\n{GoValues.Print(patch)}\n doesn't match $setElementOrder list:\n{GoValues.Print(wanted)}\n");
            }
        }
    }
}
