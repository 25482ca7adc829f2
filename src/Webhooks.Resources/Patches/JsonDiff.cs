using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>
/// Finds the patch that makes one tree of another, exactly: applied, it gives the other's members in their order and
/// its literals as they are spelled; or, on request, in any order.
/// </summary>
/// <remarks>
/// Every operation is needed. Where members stand in another order, which no operation can express, the object is
/// replaced. Immutable and thread safe. Cost: linear in both trees, for each list around an item
/// once more; and in lists that differ the product of the items between the first and the last difference; above
/// 250,000 the list is replaced. Recursion ends at 256
/// containers inside one another: what is deeper and differs is replaced.
/// </remarks>
/// <param name="itemKeys">
/// The members by which objects in lists are told apart: two that agree in all of them, and have one, are taken for
/// the same item, of which only what differs is changed. Default: none, only equal items are the same.
/// </param>
public sealed class JsonDiff(params IReadOnlyList<string> itemKeys)
{
    private const int MostDepth = 256;

    /// <summary>Whether objects whose members only stand in another order are the same. Default: no.</summary>
    public bool IgnoresMemberOrder { get; init; }

    /// <summary>The patch from <paramref name="before"/> to <paramref name="after"/>.</summary>
    /// <param name="before">Any value but a missing one.</param>
    /// <param name="after">Any value but a missing one; the operations refer to it.</param>
    /// <param name="at">Where <paramref name="before"/> stands in the document that is patched. Default: it is the document.</param>
    public JsonPatch Between(JsonValue before, JsonValue after, JsonPointer? at = null)
    {
        List<PatchOperation> operations = [];
        Compare(before, after, at ?? JsonPointer.Root, MostDepth, operations);
        return new JsonPatch(operations);
    }

    private static bool IsSameText(JsonValue left, JsonValue right) => left.RawText.SequenceEqual(right.RawText);

    internal void Compare(JsonValue before, JsonValue after, JsonPointer at, int depth, List<PatchOperation> operations)
    {
        if (IsSameText(before, after))
        {
            return;
        }

        if (before.Kind == JsonKind.Object && after.Kind == JsonKind.Object && depth > 0
            && (IgnoresMemberOrder || KeepOrder(before, after)))
        {
            CompareMembers(before, after, at, depth - 1, operations);
        }
        else if (before.Kind == JsonKind.Array && after.Kind == JsonKind.Array && depth > 0 && ListAlignment.Of(before, after, this) is { } alignment)
        {
            alignment.Compare(at, depth - 1, operations);
        }
        else
        {
            operations.Add(PatchOperation.Replace(at, after));
        }
    }

    /// <summary>What an item is known by: its keys or, where it has none, all that it says.</summary>
    internal string Identity(JsonValue item)
    {
        using PooledBuffer identity = new();
        JsonWriter writer = new(identity);
        if (item.Kind == JsonKind.Object && itemKeys.Any(key => !item[key].IsMissing))
        {
            writer.StartArray(); // No text of an object starts so.
            foreach (string key in itemKeys)
            {
                writer.WriteRaw(item[key] is { IsMissing: false } value ? value.RawText : "null"u8);
            }

            writer.EndArray();
        }
        else
        {
            writer.WriteString(item.Kind.ToString());
            writer.WriteCompact(item);
        }

        return Encoding.UTF8.GetString(identity.WrittenSpan);
    }

    /// <summary>True when the members that stay stand in the same order, and new ones behind them.</summary>
    private static bool KeepOrder(JsonValue before, JsonValue after)
    {
        JsonCursor kept = new(before);
        JsonCursor members = new(after);
        MemberLookup ofBefore = new(before);
        MemberLookup ofAfter = new(after);
        bool isNew = false;
        while (members.MoveNext())
        {
            while (!isNew && !(isNew = !kept.MoveNext()) && !IsSameText(kept.NameValue, members.NameValue))
            {
                if (!ofAfter[kept.Name].IsMissing)
                {
                    return false; // It stands somewhere else, or is spelled in another way.
                }
            }

            if (isNew && !ofBefore[members.Name].IsMissing)
            {
                return false;
            }
        }

        while (!isNew && kept.MoveNext())
        {
            if (!ofAfter[kept.Name].IsMissing)
            {
                return false;
            }
        }

        return true;
    }

    private void CompareMembers(JsonValue before, JsonValue after, JsonPointer at, int depth, List<PatchOperation> operations)
    {
        JsonCursor standing = new(before);
        MemberLookup ofAfter = new(after);
        while (standing.MoveNext())
        {
            JsonPointer place = at.Append(standing.Name);
            JsonValue changed = ofAfter[standing.Name];
            if (changed.IsMissing)
            {
                operations.Add(PatchOperation.Remove(place));
            }
            else
            {
                Compare(standing.Value, changed, place, depth, operations);
            }
        }

        JsonCursor members = new(after);
        MemberLookup ofBefore = new(before);
        while (members.MoveNext())
        {
            if (ofBefore[members.Name].IsMissing)
            {
                operations.Add(PatchOperation.Add(at.Append(members.Name), members.Value));
            }
        }
    }
}
