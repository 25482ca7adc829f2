using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>What merge and strategic merge patches have in common: they are objects, and are walked by recursion.</summary>
internal static class ObjectPatch
{
    /// <summary>Containers inside one another that a patch may have: so deep goes the recursion.</summary>
    private const int MostDepth = 256;

    /// <summary>What Go's decoder says of a value that should be an object.</summary>
    public static string Refusal(JsonValue found) =>
        $"json: cannot unmarshal {GoValues.Noun(found.Kind)} into Go value of type {GoValues.ObjectType}";

    /// <summary>Refuses a patch with more than 256 containers inside one another.</summary>
    /// <exception cref="StatusException">400; the server says the same from 10,000 on.</exception>
    public static void CheckDepth(JsonValue patch, PatchFormat format, bool isChecked)
    {
        Stack<JsonCursor> open = new([new JsonCursor(patch)]);
        while (open.TryPop(out JsonCursor cursor))
        {
            if (!cursor.MoveNext())
            {
                continue;
            }

            open.Push(cursor);
            if (cursor.Value.Kind >= JsonKind.Array)
            {
                open.Push(new JsonCursor(cursor.Value));
            }

            if (open.Count > MostDepth)
            {
                throw PatchFormats.Malformed(format, isChecked, "exceeded max depth");
            }
        }
    }

    /// <summary>The value without members that are null, at any depth; null items stay.</summary>
    public static JsonDraft Pruned(JsonValue value)
    {
        JsonDraft pruned = new(value);
        JsonCursor children = new(value);
        for (int i = 0; children.MoveNext(); i++)
        {
            if (children.IsObject && children.Value.Kind == JsonKind.Null)
            {
                pruned.Remove(children.Name);
            }
            else if (children.Value.Kind < JsonKind.Array)
            {
                continue;
            }
            else if (children.IsObject)
            {
                pruned.Set(children.Name, Pruned(children.Value));
            }
            else
            {
                pruned.SetItem(i, Pruned(children.Value));
            }
        }

        return pruned;
    }
}
