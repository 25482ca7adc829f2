namespace Webhooks.Resources.Json;

/// <summary>How deep a draft is. No recursion; of what was not taken apart only trees that may be too deep are walked.</summary>
internal static class DraftDepth
{
    /// <summary>True when more than <paramref name="most"/> containers stand inside one another.</summary>
    public static bool Exceeds(JsonDraft root, int most)
    {
        Stack<(JsonDraft Draft, int Above)> pending = new();
        pending.Push((root, 0));
        while (pending.TryPop(out (JsonDraft Draft, int Above) next))
        {
            (JsonDraft draft, int above) = next;
            if (!draft.Source.IsMissing)
            {
                if (Exceeds(draft.Source, most - above))
                {
                    return true;
                }

                continue;
            }

            if (++above > most)
            {
                return true;
            }

            for (int i = 0; i < draft.Count; i++)
            {
                (JsonValue value, JsonDraft? child) = draft.Members is { } members
                    ? (members[i].Value, members[i].Draft)
                    : draft.ItemsApart!.Peek(i);
                if (child != null)
                {
                    pending.Push((child, above));
                }
                else if (Exceeds(value, most - above))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Exceeds(JsonValue value, int most)
    {
        if (value.Kind < JsonKind.Array || value.Tree!.Depth <= most)
        {
            return false;
        }

        Stack<JsonCursor> open = new([new JsonCursor(value)]);
        while (open.Count <= most && open.TryPop(out JsonCursor cursor))
        {
            if (cursor.MoveNext())
            {
                open.Push(cursor);
                if (cursor.Value.Kind >= JsonKind.Array)
                {
                    open.Push(new JsonCursor(cursor.Value));
                }
            }
        }

        return open.Count > most;
    }
}
