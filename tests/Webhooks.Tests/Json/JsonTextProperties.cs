using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

/// <summary>The tree against System.Text.Json, on random texts.</summary>
public class JsonTextProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(20_000).WithReplay(8259, 1);

    [Fact]
    public void The_strict_policy_accepts_exactly_what_System_Text_Json_does()
    {
        int accepted = 0;
        int refused = 0;
        Prop.ForAll(Texts(random => random.Damaged()), text =>
        {
            bool accepts = Accepts(text);
            _ = accepts ? accepted++ : refused++;
            return accepts == TheirAccepts(text);
        }).Check(Runs);
        Assert.True(accepted > 5000 && refused > 5000, $"{accepted} accepted, {refused} refused: the texts prove little");
    }

    [Fact]
    public void What_is_read_is_written_back_equal() =>
        Prop.ForAll(Texts(random => random.Document()), text =>
        {
            JsonDraft draft = new(JsonTree.Parse(text).Root);
            TakeApart(draft);
            using PooledBuffer buffer = new();
            draft.Write(new JsonWriter(buffer));
            using JsonDocument before = JsonDocument.Parse(text);
            using JsonDocument after = JsonDocument.Parse(buffer.WrittenMemory);
            return JsonElement.DeepEquals(before.RootElement, after.RootElement)
                && JsonEquality.AreEqual(JsonTree.Parse(text).Root, JsonTree.Parse(buffer.WrittenSpan.ToArray()).Root)
                && JsonEquality.AreEqual(draft, JsonTree.Parse(text).Root);
        }).Check(Runs);

    [Fact]
    public void An_untouched_value_is_written_byte_for_byte() =>
        Prop.ForAll(Texts(random => random.Document()), text =>
        {
            using JsonDocument model = JsonDocument.Parse(text);
            Stack<(JsonValue Ours, JsonElement Theirs)> pending = new([(JsonTree.Parse(text).Root, model.RootElement)]);
            while (pending.TryPop(out (JsonValue Ours, JsonElement Theirs) pair))
            {
                using PooledBuffer buffer = new();
                new JsonWriter(buffer).WriteValue(pair.Ours);
                if (Encoding.UTF8.GetString(buffer.WrittenSpan) != pair.Theirs.GetRawText())
                {
                    return false;
                }

                foreach ((JsonValue Ours, JsonElement Theirs) child in Children(pair.Ours, pair.Theirs))
                {
                    pending.Push(child);
                }
            }

            return true;
        }).Check(Runs);

    private static Arbitrary<string> Texts(Func<RandomJson, string> draw) =>
        Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => draw(new RandomJson(seed))));

    private static IEnumerable<(JsonValue Ours, JsonElement Theirs)> Children(JsonValue ours, JsonElement theirs) =>
        theirs.ValueKind switch
        {
            JsonValueKind.Object => ours.Members().Select(member => member.Value)
                .Zip(theirs.EnumerateObject().Select(member => member.Value)),
            JsonValueKind.Array => ours.Items().Zip(theirs.EnumerateArray()),
            _ => [],
        };

    private static bool Accepts(string text)
    {
        try
        {
            JsonTree.Parse(text);
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    /// <summary>Whether System.Text.Json reads the text and every string in it: it looks at surrogates only then.</summary>
    private static bool TheirAccepts(string text)
    {
        try
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = 256 });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                {
                    reader.GetString();
                }
            }

            JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 256, AllowDuplicateProperties = false }).Dispose();
            return true;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void TakeApart(JsonDraft draft)
    {
        if (draft.Kind == JsonKind.Object)
        {
            foreach (string name in draft.Source.Members().Select(member => member.Key).ToArray())
            {
                TakeApart(draft.Find(name)!);
            }
        }
        else if (draft.Kind == JsonKind.Array)
        {
            foreach (JsonDraft item in draft.Items)
            {
                TakeApart(item);
            }
        }
    }
}
