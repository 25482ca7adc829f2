namespace Webhooks.Resources.Json;

/// <summary>Writes a draft with a stack of its own instead of recursion.</summary>
internal static class DraftWriting
{
    public static void Write(JsonDraft draft, JsonWriter writer)
    {
        Stack<(JsonDraft Container, int Next)> open = new();
        Start(draft, writer, open);
        while (open.TryPop(out (JsonDraft Container, int Next) top))
        {
            (JsonDraft container, int next) = top;
            if (next == container.Count)
            {
                End(container, writer);
                continue;
            }

            open.Push((container, next + 1));
            (JsonValue value, JsonDraft? child) = Child(container, next, writer);
            if (child == null)
            {
                writer.WriteValue(value);
            }
            else
            {
                Start(child, writer, open);
            }
        }
    }

    private static void Start(JsonDraft draft, JsonWriter writer, Stack<(JsonDraft Container, int Next)> open)
    {
        if (!draft.Source.IsMissing)
        {
            writer.WriteValue(draft.Source);
            return;
        }

        if (draft.Members != null)
        {
            writer.StartObject();
        }
        else
        {
            writer.StartArray();
        }

        open.Push((draft, 0));
    }

    private static (JsonValue Value, JsonDraft? Draft) Child(JsonDraft container, int index, JsonWriter writer)
    {
        if (container.Members is not { } members)
        {
            return container.ItemsApart!.Peek(index);
        }

        DraftMember member = members[index];
        member.WriteName(writer);
        return (member.Value, member.Draft);
    }

    private static void End(JsonDraft container, JsonWriter writer)
    {
        if (container.Members != null)
        {
            writer.EndObject();
        }
        else
        {
            writer.EndArray();
        }
    }
}
