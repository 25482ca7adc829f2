using System.Text;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Json;

public class JsonDraftTests
{
    private const string Pod = """{ "kind" : "Pod", "spec": { "containers": [ {"name":"a"} ], "n": 1.50 } }""";

    [Fact]
    public void An_untouched_draft_is_its_source()
    {
        JsonValue source = JsonTree.Parse(Pod).Root;
        JsonDraft draft = new(source);
        Assert.Equal(Pod, Written(draft));
        Assert.Equal(source, draft.Freeze());
        Assert.Equal(JsonKind.Object, draft.Kind);
        Assert.Equal(2, draft.Count);
    }

    [Fact]
    public void Only_the_way_to_a_change_is_written_anew()
    {
        JsonDraft draft = new(JsonTree.Parse(Pod).Root);
        draft.Find("spec")!.Set("x", new JsonDraft(JsonTree.Parse("2").Root));
        Assert.Equal("""{"kind":"Pod","spec":{"containers":[ {"name":"a"} ],"n":1.50,"x":2}}""", Written(draft));
    }

    [Fact]
    public void Looking_for_an_absent_member_changes_nothing()
    {
        JsonDraft draft = new(JsonTree.Parse(Pod).Root);
        Assert.Null(draft.Find("metadata"));
        Assert.True(draft.FindSource("metadata").IsMissing);
        Assert.False(draft.Source.IsMissing);
        Assert.Null(new JsonDraft(JsonTree.Parse("[]").Root).Find("0"));
    }

    [Fact]
    public void The_source_of_a_member_is_given_until_it_is_taken_apart()
    {
        JsonDraft draft = new(JsonTree.Parse(Pod).Root);
        Assert.Equal("\"Pod\"", draft.FindSource("kind").ToString());
        JsonDraft spec = draft.Find("spec")!;
        Assert.Equal(2, draft.FindSource("spec").Count);
        spec.Remove("n");
        Assert.True(draft.FindSource("spec").IsMissing);
        draft.Set("kind", new JsonDraft(JsonTree.Parse("1").Root));
        Assert.Equal("1", draft.FindSource("kind").ToString());
    }

    [Fact]
    public void A_member_keeps_its_place_when_it_is_set_and_a_new_one_comes_last()
    {
        JsonDraft draft = new(JsonTree.Parse("""{"a":1,"b":2,"c":3}""").Root);
        draft.Set("b", JsonDraft.EmptyArray());
        draft.Set("d", JsonDraft.EmptyObject());
        Assert.Equal("""{"a":1,"b":[],"c":3,"d":{}}""", Written(draft));
        Assert.Equal("1", Written(draft.Remove("a")!));
        Assert.Null(draft.Remove("a"));
        Assert.Equal(3, draft.Count);
    }

    [Theory]
    [InlineData("""{"\u0061b\n":1}""", "ab\n", """{"ab\n":2}""")]
    [InlineData("""{"ä":1}""", "ä", """{"ä":2}""")]
    [InlineData("""{"":1}""", "", """{"":2}""")]
    [InlineData("""{"~/":1}""", "~/", """{"~/":2}""")]
    public void A_member_is_found_however_its_name_is_written(string text, string name, string changed)
    {
        JsonDraft draft = new(JsonTree.Parse(text).Root);
        draft.Set(name, new JsonDraft(JsonTree.Parse("2").Root));
        Assert.Equal(changed, Written(draft));
        Assert.Equal("2", Written(draft.Find(name)!));
    }

    [Fact]
    public void Items_are_inserted_replaced_and_taken_out()
    {
        JsonDraft draft = new(JsonTree.Parse("[1,2,3]").Root);
        draft.Insert(0, JsonDraft.EmptyObject());
        draft.Insert(4, JsonDraft.EmptyArray());
        draft.SetItem(1, new JsonDraft(JsonTree.Parse("\"x\"").Root));
        Assert.Equal("2", Written(draft.RemoveItem(2)));
        draft.Items[0].Set("a", JsonDraft.EmptyObject());
        Assert.Equal("""[{"a":{}},"x",3,[]]""", Written(draft));
        Assert.Equal(4, draft.Items.Count);
        Assert.Equal(["{\"a\":{}}", "\"x\"", "3", "[]"], draft.Items.Select(Written));
        Assert.Throws<ArgumentOutOfRangeException>(() => draft.Insert(5, JsonDraft.EmptyArray()));
    }

    [Fact]
    public void A_draft_changes_neither_its_source_nor_what_was_frozen()
    {
        JsonValue source = JsonTree.Parse(Pod).Root;
        JsonDraft draft = new(source);
        draft.Find("spec")!.Find("containers")!.RemoveItem(0);
        JsonValue frozen = draft.Freeze();
        draft.Remove("spec");
        Assert.Equal(Pod, source.ToString());
        Assert.Equal("""{"kind":"Pod","spec":{"containers":[],"n":1.50}}""", frozen.ToString());
    }

    [Fact]
    public void Freezing_keeps_to_the_policy()
    {
        JsonDraft draft = JsonDraft.EmptyArray();
        for (int i = 0; i < 300; i++)
        {
            JsonDraft outer = JsonDraft.EmptyArray();
            outer.Insert(0, draft);
            draft = outer;
        }

        Assert.Throws<JsonFormatException>(() => draft.Freeze());
        Assert.Equal(602, draft.Freeze(JsonPolicy.Server).RawText.Length);
    }

    [Fact]
    public void A_draft_of_a_repaired_document_is_written_as_repaired()
    {
        JsonDraft draft = new(JsonTree.Parse("""{"a":1,"\ud800":{"b":1,"b":2},"a":3}""", JsonPolicy.Server).Root);
        Assert.Equal("{\"\uFFFD\":{\"b\":2},\"a\":3}", Written(draft));
        draft.Set("c", JsonDraft.EmptyArray());
        Assert.Equal("{\"\uFFFD\":{\"b\":2},\"a\":3,\"c\":[]}", Written(draft));
    }

    [Fact]
    public void A_hundred_thousand_levels_are_written_and_compared()
    {
        JsonDraft draft = JsonDraft.EmptyObject();
        for (int i = 1; i < 100_000; i++)
        {
            JsonDraft outer = JsonDraft.EmptyObject();
            outer.Set("a", draft);
            draft = outer;
        }

        JsonValue frozen = draft.Freeze(JsonPolicy.Server with { MaxDepth = 100_000 });
        Assert.True(JsonEquality.AreEqual(draft, frozen));
    }

    [Fact]
    public void What_a_draft_is_not_it_says()
    {
        JsonDraft number = new(JsonTree.Parse("1").Root);
        Assert.Equal("Number has no members", Assert.Throws<InvalidOperationException>(() => number.Set("a", JsonDraft.EmptyArray())).Message);
        Assert.Equal("Number has no items", Assert.Throws<InvalidOperationException>(() => number.Items).Message);
        Assert.Throws<InvalidOperationException>(() => JsonDraft.EmptyArray().Remove("a"));
        Assert.Throws<InvalidOperationException>(() => JsonDraft.EmptyObject().RemoveItem(0));
        Assert.Throws<ArgumentException>(() => new JsonDraft(default));
        Assert.Throws<ArgumentNullException>(() => JsonDraft.EmptyObject().Set("a", null!));
    }

    private static string Written(JsonDraft draft)
    {
        using PooledBuffer buffer = new();
        draft.Write(new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
