using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Json;
using Xunit;
using JsonValue = Webhooks.Resources.Json.JsonValue;

namespace Webhooks.Tests.Json;

/// <summary>A draft against System.Text.Json.Nodes: the same edits give the same document, member order included.</summary>
public class JsonDraftProperties
{
    [Fact]
    public void A_draft_after_edits_is_what_a_node_is_after_the_same_edits() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            RandomJson random = new(seed);
            string text = random.Document();
            JsonValue source = JsonTree.Parse(text).Root;
            JsonDraft draft = new(source);
            JsonNode? node = JsonNode.Parse(text);
            for (int edits = random.Next(12); edits > 0; edits--)
            {
                Edit(draft, node, random);
            }

            string written = Written(draft);
            using PooledBuffer walked = new();
            Walk(new DraftPart(draft), new JsonWriter(walked));
            return JsonNode.Parse(written)?.ToJsonString() == JsonNode.Parse(node?.ToJsonString() ?? "null")?.ToJsonString()
                && JsonEquality.AreEqual(draft, JsonTree.Parse(written).Root)
                && walked.WrittenSpan.SequenceEqual(Compact(written).WrittenSpan)
                && source.ToString() == text.Trim();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000).WithReplay(6901, 1));

    /// <summary>Writes a draft part by part.</summary>
    private static void Walk(DraftPart part, JsonWriter writer)
    {
        if (part.Kind is not (JsonKind.Object or JsonKind.Array))
        {
            writer.WriteCompact(part.Value);
            return;
        }

        Action<JsonWriter> end = part.Kind == JsonKind.Object ? writer => writer.EndObject() : writer => writer.EndArray();
        (part.Kind == JsonKind.Object ? (Action)writer.StartObject : writer.StartArray)();
        int count = 0;
        DraftCursor cursor = new(part);
        for (; cursor.MoveNext(); count++)
        {
            if (part.Kind == JsonKind.Object)
            {
                writer.WriteName(cursor.Name);
            }

            Walk(cursor.Part, writer);
        }

        Assert.Equal(count, part.Count);
        end(writer);
    }

    private static PooledBuffer Compact(string json)
    {
        PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteCompact(JsonTree.Parse(json).Root);
        return buffer;
    }

    private static void Edit(JsonDraft draft, JsonNode? node, RandomJson random)
    {
        while (random.Next(3) > 0)
        {
            if (node is JsonObject { Count: > 0 } members)
            {
                string name = members.ElementAt(random.Next(members.Count)).Key;
                (draft, node) = (draft.Find(name)!, members[name]);
            }
            else if (node is JsonArray { Count: > 0 } items)
            {
                int index = random.Next(items.Count);
                (draft, node) = (draft.Items[index], items[index]);
            }
        }

        string value = new RandomJson(random.Next(int.MaxValue)).Document(2);
        if (node is JsonObject target)
        {
            EditObject(draft, target, value, random);
        }
        else if (node is JsonArray array)
        {
            EditArray(draft, array, value, random);
        }
    }

    private static void EditObject(JsonDraft draft, JsonObject target, string value, RandomJson random)
    {
        string name = target.Count > 0 && random.Next(2) == 0
            ? target.ElementAt(random.Next(target.Count)).Key
            : System.Text.Json.JsonSerializer.Deserialize<string>($"\"{random.Name()}\"")!;
        if (random.Next(3) == 0)
        {
            Assert.Equal(target.Remove(name), draft.Remove(name) != null);
            return;
        }

        draft.Set(name, new JsonDraft(JsonTree.Parse(value).Root));
        target[name] = JsonNode.Parse(value);
    }

    private static void EditArray(JsonDraft draft, JsonArray target, string value, RandomJson random)
    {
        int index = random.Next(target.Count + 1);
        switch (index < target.Count ? random.Next(3) : 0)
        {
            case 0:
                draft.Insert(index, new JsonDraft(JsonTree.Parse(value).Root));
                target.Insert(index, JsonNode.Parse(value));
                break;
            case 1:
                draft.SetItem(index, new JsonDraft(JsonTree.Parse(value).Root));
                target[index] = JsonNode.Parse(value);
                break;
            default:
                draft.RemoveItem(index);
                target.RemoveAt(index);
                break;
        }
    }

    private static string Written(JsonDraft draft)
    {
        using PooledBuffer buffer = new();
        draft.Write(new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
