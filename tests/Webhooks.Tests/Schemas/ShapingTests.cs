using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Tests.Fuzz.Objects;
using Xunit;

namespace Webhooks.Tests.Schemas;

public sealed class ShapingTests
{
    [Fact]
    public void Members_that_the_schema_does_not_know_are_pruned_and_named_in_order()
    {
        CustomResourceSchema schema = Schema("""{"spec":{"type":"object","properties":{"l":{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}}}}""");
        List<string> unknown = [];
        JsonValue pruned = schema.Prune(Parse("""{"kind":"X","spec":{"z":1,"l":[{"a":"b","y":2}]},"metadata":{"any":1},"b":0}"""), unknown);
        Assert.Equal("""{"kind":"X","spec":{"l":[{"a":"b"}]},"metadata":{"any":1}}""", pruned.ToString());
        Assert.Equal(["b", "spec.l[0].y", "spec.z"], unknown);
    }

    [Fact]
    public void Nothing_is_copied_where_nothing_changes()
    {
        JsonValue value = Parse("""{ "spec": { "a": 1.0 } }""");
        CustomResourceSchema schema = Schema("""{"spec":{"type":"object","properties":{"a":{"type":"number"}}}}""");
        Assert.Equal(value, schema.Default(schema.Decode(value)));
    }

    [Fact]
    public void Objects_below_additionalProperties_true_lose_their_members() => Assert.Equal(
        """{"spec":{"a":{},"b":1}}""",
        Schema("""{"spec":{"type":"object","additionalProperties":true}}""").Prune(Parse("""{"spec":{"a":{"x":1},"b":1}}""")).ToString());

    [Fact]
    public void Below_preserve_unknown_fields_only_named_members_are_pruned() => Assert.Equal(
        """{"spec":{"x":{"y":1},"a":{}}}""",
        Schema("""{"spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"a":{"type":"object"}}}}""")
            .Prune(Parse("""{"spec":{"x":{"y":1},"a":{"b":1}}}""")).ToString());

    [Fact]
    public void Depth_costs_no_stack()
    {
        string deep = new string('[', 9_000) + """{"gone":1}""" + new string(']', 9_000);
        List<string> unknown = [];
        JsonValue pruned = Schema("""{"spec":{"type":"object","additionalProperties":true}}""").Prune(Parse($$"""{"spec":{"a":{{deep}} } }"""), unknown);
        Assert.DoesNotContain("gone", pruned.ToString(), StringComparison.Ordinal);
        Assert.Single(unknown);
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":2},{"gone":3,"b":4}],"c":5}""", """{"a":[1,{"b":2},{"b":4}],"c":5}""")]
    [InlineData("""{"a":[{"b":2,"gone":3}]}""", """{"a":[{"b":2}]}""")]
    [InlineData("""{"\u0061":[ 1, "\u00e9" ], "gone":{"b":1},"c":[]}""", """{"a":[1,"é"],"c":[]}""")]
    [InlineData("""{"a":[{}],"c":1,"c":[{"b":0}],"gone":null}""", """{"a":[{}],"c":[{"b":0}]}""")]
    public void What_stands_before_the_first_change_stays(string sent, string pruned)
    {
        CustomResourceSchema schema = Schema("""{"spec":{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{"b":{"type":"integer"}}}},"c":{"x-kubernetes-preserve-unknown-fields":true}}}}""");
        Assert.Equal($$"""{"kind":"X","spec":{{pruned}},"metadata":0}""", schema.Prune(Parse($$"""{"kind":"X","spec":{{sent}},"metadata":0}""")).ToString());
    }

    [Theory]
    [InlineData("""{"spec":{}}""", """{"spec":{"o":{"b":2},"a":1,"n":"x"}}""")]
    [InlineData("""{}""", """{}""")]
    [InlineData("""{"spec":{"a":null,"o":{"b":null},"n":null,"gone":null}}""", """{"spec":{"a":1,"o":{"b":2},"n":null}}""")]
    [InlineData("""{"spec":{"a":5,"o":{},"n":"y","l":[null,{}]}}""", """{"spec":{"a":5,"o":{"b":2},"n":"y","l":[{"c":3},{"c":3}]}}""")]
    public void Defaults_fill_what_is_absent_or_null_without_being_nullable(string sent, string stored)
    {
        CustomResourceSchema schema = Schema("""
            {"spec":{"type":"object","properties":{
              "o":{"type":"object","default":{},"properties":{"b":{"type":"integer","default":2}}},
              "a":{"type":"integer","default":1},
              "n":{"type":"string","nullable":true,"default":"x"},
              "gone":{"type":"string"},
              "l":{"type":"array","items":{"type":"object","default":{},"properties":{"c":{"type":"integer","default":3}}}}}}}
            """);
        Assert.Equal(stored, schema.Default(schema.Decode(Parse(sent))).ToString());
    }

    [Theory]
    [InlineData("""{"type":"object","default":{"gone":1},"properties":{"a":{"type":"integer","default":1}}}""", """{"a":1}""")]
    [InlineData("""{"type":"array","default":[{"gone":1}],"items":{"type":"number"}}""", "[{}]")]
    [InlineData("""{"type":"array","default":[{"kept":1}],"x-kubernetes-preserve-unknown-fields":true}""", """[{"kept":1}]""")]
    public void A_default_below_additionalProperties_is_pruned_before_it_is_filled_in(string schema, string filled) => Assert.Equal(
        "{\"spec\":{\"k\":{\"v\":" + filled + "}}}",
        Schema($$"""{"spec":{"type":"object","additionalProperties":{"type":"object","properties":{"v":{{schema}} } } } }""")
            .Default(Parse("""{"spec":{"k":{}}}""")).ToString());

    [Theory]
    [InlineData("""{"apiVersion":1,"kind":"K","metadata":{"name":"","labels":1,"annotations":{"a":"b"},"selfLink":null}}""", """{"kind":"K","metadata":{"annotations":{"a":"b"}}}""")]
    [InlineData("""{"kind":null,"metadata":"x","a":1}""", """{"metadata":"x","a":1}""")]
    public void Of_a_stored_resource_what_can_not_be_decoded_is_left_out(string stored, string read) => Assert.Equal(
        "{\"spec\":" + read + "}",
        Schema("""{"spec":{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}}""")
            .DecodeStored(Parse($$"""{"spec":{{stored}} }""")).ToString());

    [Fact]
    public void Floats_are_stored_in_their_shortest_form() =>
        Assert.Equal("""{"a":[1,1.5,1e+21,100000],"b":-7}""", StoredForm.Of(Parse("""{"b":-7,"a":[1.0,1.50,1e21,1e5]}""")).ToString());

    [Theory]
    [InlineData("""{"a":[1,-7,0,1.5,1e+21],"b":{"c":"é","d":null}}""", true)]
    [InlineData("[]", true)]
    [InlineData("{\"a\":1 }", false)]
    [InlineData("[1, 2]", false)]
    [InlineData("""{"b":1,"a":1}""", false)]
    [InlineData("""{"a":1,"a":2}""", false)]
    [InlineData("""{"a":"\u0061"}""", false)]
    [InlineData("""{"\u0061":1}""", false)]
    [InlineData("[-0]", false)]
    [InlineData("[1.0]", false)]
    [InlineData("[1.50]", false)]
    [InlineData("[1e5]", false)]
    [InlineData("[1E+21]", false)]
    public void What_stands_as_it_is_stored_is_not_copied(string json, bool isStored)
    {
        JsonValue value = Parse(json);
        Assert.Equal(isStored, StoredForm.Of(value).Equals(value));
    }

    [Fact]
    public void The_stored_form_is_stored_as_it_is()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            JsonValue drawn = JsonTree.Parse(new ObjectDraws(seed).Input(), JsonPolicy.Server).Root;
            JsonValue once = StoredForm.Of(drawn);
            JsonValue again = StoredForm.Of(once);
            Assert.Equal(once.ToString(), again.ToString());
            bool isTheSame = once.ToString() == drawn.ToString() && once.RawText.IndexOf((byte)'\\') < 0;
            Assert.True(!isTheSame || once.Equals(drawn), $"seed {seed}");
        }
    }

    internal static JsonValue Parse(string json) => JsonTree.Parse(json, JsonPolicy.Server).Root;

    internal static CustomResourceSchema Schema(string properties) =>
        CustomResourceSchema.Read(Parse($$"""{"schema":{"openAPIV3Schema":{"type":"object","properties":{{properties}} } } }"""));
}
