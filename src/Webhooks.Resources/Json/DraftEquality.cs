namespace Webhooks.Resources.Json;

/// <summary>A draft compared with a value. No recursion, and nothing untouched is taken apart.</summary>
internal static class DraftEquality
{
    public static bool AreEqual(JsonDraft left, JsonValue right)
    {
        Stack<(JsonDraft Left, JsonValue Right)> pending = new();
        pending.Push((left, right));
        while (pending.TryPop(out (JsonDraft Left, JsonValue Right) pair))
        {
            (JsonDraft draft, JsonValue value) = pair;
            bool same = !draft.Source.IsMissing
                ? JsonEquality.AreEqual(draft.Source, value)
                : draft.Kind == value.Kind && draft.Count == value.Count && PushChildren(draft, value, pending);
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    private static bool PushChildren(JsonDraft draft, JsonValue value, Stack<(JsonDraft Left, JsonValue Right)> pending)
    {
        JsonCursor cursor = new(value);
        Dictionary<string, JsonValue>? byName = null;
        for (int i = 0; cursor.MoveNext(); i++)
        {
            JsonValue theirs = cursor.Value;
            JsonValue ours;
            JsonDraft? child;
            if (draft.Members is { } members)
            {
                DraftMember member = members[i];
                (ours, child) = (member.Value, member.Draft);
                if (!member.IsNamed(cursor.NameValue))
                {
                    byName ??= value.Members().ToDictionary();
                    if (!byName.TryGetValue(member.Name, out theirs))
                    {
                        return false;
                    }
                }
            }
            else
            {
                (ours, child) = draft.ItemsApart!.Peek(i);
            }

            if (child != null)
            {
                pending.Push((child, theirs));
            }
            else if (!JsonEquality.AreEqual(ours, theirs))
            {
                return false;
            }
        }

        return true;
    }
}
