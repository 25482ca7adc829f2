using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Decoding;

/// <summary>The members of an object as Go writes a map: in the order of the names' bytes.</summary>
internal static class GoMembers
{
    /// <summary>Whether they stand so already. No allocation; false, too, where a name has escapes.</summary>
    public static bool AreInOrder(JsonValue obj)
    {
        ReadOnlySpan<byte> last = default;
        JsonCursor members = new(obj);
        while (members.MoveNext())
        {
            if (!members.NameValue.TryGetPlainText(out ReadOnlySpan<byte> name) || last.SequenceCompareTo(name) > 0)
            {
                return false;
            }

            last = name;
        }

        return true;
    }

    /// <summary>The members of an object in order.</summary>
    public static (JsonValue Name, JsonValue Value)[] InOrder(JsonValue obj)
    {
        (JsonValue Name, JsonValue Value)[] all = new (JsonValue, JsonValue)[obj.Count];
        JsonCursor members = new(obj);
        for (int i = 0; members.MoveNext(); i++)
        {
            all[i] = (members.NameValue, members.Value);
        }

        Array.Sort(all, static (left, right) => Compare(left.Name, right.Name));
        return all;
    }

    /// <summary>The members in order.</summary>
    public static IEnumerable<KeyValuePair<string, DraftPart>> InOrder(DraftPart obj)
    {
        List<KeyValuePair<string, DraftPart>> all = [];
        DraftCursor members = new(obj.Kind == JsonKind.Object ? obj : default);
        while (members.MoveNext())
        {
            all.Add(new(members.Name, members.Part));
        }

        return all.OrderBy(member => member.Key, Utf8Order.Comparer);
    }

    private static int Compare(JsonValue left, JsonValue right) =>
        left.TryGetPlainText(out ReadOnlySpan<byte> one) && right.TryGetPlainText(out ReadOnlySpan<byte> other)
            ? one.SequenceCompareTo(other)
            : Utf8Order.Comparer.Compare(left.GetString(), right.GetString());
}
