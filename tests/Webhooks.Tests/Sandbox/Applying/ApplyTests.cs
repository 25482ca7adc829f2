using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Applying;
using Xunit;

namespace Webhooks.Tests.Sandbox.Applying;

public class ApplyTests
{
    [Fact]
    public void A_config_map_is_applied_by_several()
    {
        OwnedObject made = new(OwnedObject.ConfigMaps);
        made.Apply("one", Map("""{"a":"1","b":"2"}"""));
        Assert.Equal(["""one Apply 04:05 {"f:data":{"f:a":{},"f:b":{}}}"""], made.Owners);
        made.Apply("one", Map("""{"a":"1","b":"2"}"""));
        Assert.Equal(["""one Apply 04:05 {"f:data":{"f:a":{},"f:b":{}}}"""], made.Owners);
        made.Apply("one", Map("""{"a":"1"}"""));
        Assert.Equal("""{"a":"1"}""", made.Value["data"u8].ToString());
        made.Refuse("two", Map("""{"a":"9","c":"3"}"""), "409: Apply failed with 1 conflict: conflict with \"one\": .data.a");
        made.Apply("two", Map("""{"a":"9","c":"3"}"""), force: true);
        made.Apply("one", Map("{}"));
        Assert.Equal("""{"a":"9","c":"3"}""", made.Value["data"u8].ToString());
        Assert.Equal(["""two Apply 07:05 {"f:data":{"f:a":{},"f:c":{}}}""", """one Apply {"f:data":{}}"""], made.Owners.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void A_custom_resource_is_applied_by_several()
    {
        OwnedObject made = new(OwnedObject.Widgets);
        made.Apply("one", Widget("""{"color":"red","tags":["a"],"parts":[{"name":"p","count":1}]}"""));
        made.Apply("two", Widget("""{"tags":["b"],"parts":[{"name":"q","count":2}]}"""));
        Assert.Equal("""{"color":"red","tags":["a","b"],"parts":[{"name":"p","count":1},{"name":"q","count":2}]}""", made.Value["spec"u8].ToString());
        made.Apply("one", Widget("""{"color":"red"}"""));
        Assert.Equal("""{"color":"red","tags":["b"],"parts":[{"name":"q","count":2}]}""", made.Value["spec"u8].ToString());
        made.Refuse("two", Widget("""{"color":"blue"}"""), "409: Apply failed with 1 conflict: conflict with \"one\": .spec.color");
        made.Apply("ctl", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"x"},"status":{"phase":"up"}}""", subresource: "status");
        Assert.Equal("""{"phase":"up"}""", made.Value["status"u8].ToString());
        Assert.Contains("""ctl Apply status 07:05 {"f:status":{"f:phase":{}}}""", made.Owners);
    }

    [Fact]
    public void Force_takes_fields_over_from_those_who_update() => Assert.Equal(
        ["""applier Apply 06:05 {"f:spec":{"f:size":{}}}""", """maker Update 04:05 {"f:spec":{".":{},"f:color":{}}}""", """controller Update status 05:05 {"f:status":{".":{},"f:phase":{}}}"""],
        new OwnedObject(OwnedObject.Widgets)
            .Write("maker", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"x"},"spec":{"color":"red","size":3}}""")
            .Write("controller", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"x"},"spec":{"color":"red","size":3},"status":{"phase":"Ready"}}""", "status")
            .Apply("applier", Widget("""{"size":5}"""), force: true).Owners);

    [Fact]
    public void Applying_nothing_removes_only_ones_own()
    {
        OwnedObject made = new(OwnedObject.ConfigMaps);
        made.Write("maker", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{"m":"0"}}""")
            .Apply("one", Map("""{"a":"1","b":"2"}""")).Apply("two", Map("""{"b":"2","c":"3"}"""))
            .Apply("one", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"}}""");
        Assert.Equal("""{"m":"0","b":"2","c":"3"}""", made.Value["data"u8].ToString());
        Assert.DoesNotContain(made.Owners, line => line.StartsWith("one", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_there_before_the_first_apply_has_an_owner()
    {
        OwnedObject made = new OwnedObject(OwnedObject.ConfigMaps)
            .Write("maker", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{"a":"1"}}""").WriteEntries("maker", "[{}]");
        made.Refuse("one", Map("""{"a":"2"}"""), "409: Apply failed with 1 conflict: conflict with \"before-first-apply\" using v1: .data.a");
        Assert.Equal(
            ["""one Apply 06:05 {"f:data":{"f:b":{}}}""", """before-first-apply Update 06:05 {"f:data":{".":{},"f:a":{}}}"""],
            made.Apply("one", Map("""{"b":"2"}""")).Owners);
    }

    [Fact]
    public void Conflicts_name_owners_and_fields()
    {
        OwnedObject made = new OwnedObject(OwnedObject.Widgets).Apply("one", Widget("""{"color":"red","parts":[{"name":"p","count":1}],"whole":{"a":"1"}}"""))
            .Write("ctl", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"x"},"spec":{"color":"red","size":7,"parts":[{"name":"p","count":1}],"whole":{"a":"1"}}}""");
        StatusException refusal = Assert.Throws<StatusException>(() => OwnedObject.Widgets.Apply(
            made.Value, OwnedObject.Json(Widget("""{"color":"blue","size":8,"parts":[{"name":"p","count":2}],"whole":{"b":"1"}}""")), "two", force: false, "", default));
        Assert.Equal(
            "Apply failed with 4 conflicts: conflicts with \"ctl\" using example.com/v1:\n- .spec.size\nconflicts with \"one\":\n- .spec.color\n- .spec.whole\n- .spec.parts[name=\"p\"].count",
            refusal.Status.Message);
        Assert.Equal((StatusReason.Conflict, 409), (refusal.Status.Reason, refusal.Status.Code));
        Assert.Equal(
            new StatusCause("FieldManagerConflict", "conflict with \"ctl\" using example.com/v1", ".spec.size"),
            refusal.Status.Details!.Causes[0]);
    }

    [Fact]
    public void Kubectl_may_change_what_its_annotation_says()
    {
        const string Annotated = """
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","annotations":{"kubectl.kubernetes.io/last-applied-configuration":
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"x\"},\"data\":{\"a\":\"1\",\"b\":\"0\"}}"}},"data":{"a":"1","b":"2"}}
            """;
        OwnedObject made = new OwnedObject(OwnedObject.ConfigMaps).Write("kubectl-client-side-apply", Annotated);
        made.Refuse("other", Map("""{"a":"2"}"""), "409: Apply failed with 1 conflict: conflict with \"kubectl-client-side-apply\" using v1: .data.a");
        made.Refuse("kubectl", Map("""{"a":"2","b":"3"}"""), "409: Apply failed with 1 conflict: conflict with \"kubectl-client-side-apply\" using v1: .data.b");
        made.Apply("kubectl", Map("""{"a":"<2>"}"""));
        Assert.Equal(
            """{"apiVersion":"v1","data":{"a":"\u003c2\u003e"},"kind":"ConfigMap","metadata":{"name":"x"}}""" + "\n",
            made.Value["metadata"u8]["annotations"u8]["kubectl.kubernetes.io/last-applied-configuration"u8].AsString());
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"x"}}""", "400: invalid object type: /, Kind=")]
    [InlineData("""{"apiVersion":"apps/v1","kind":"Deployment"}""", "400: invalid object type: apps/v1, Kind=Deployment")]
    [InlineData("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","managedFields":[{"manager":"a"}]}}""", "400: metadata.managedFields must be nil")]
    [InlineData("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"bogus":1}""", "500: failed to create typed patch object (/x; /v1, Kind=ConfigMap): .bogus: field not declared in schema")]
    [InlineData("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x","namespace":"n"},"data":{"a":5}}""", "500: failed to create typed patch object (n/x; /v1, Kind=ConfigMap): .data.a: expected string, got &value.valueUnstructured{Value:5}")]
    [InlineData("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":[1]}""", "500: failed to create typed patch object (/x; /v1, Kind=ConfigMap): .data: expected map, got &{[1]}")]
    public void What_cannot_be_applied_is_refused(string applied, string expected) => new OwnedObject(OwnedObject.ConfigMaps).Refuse("one", applied, expected);

    [Theory]
    [InlineData("""{"tags":["a","a"]}""", ".spec.tags: duplicate entries for key [=\"a\"]")]
    [InlineData("""{"tags":[null]}""", ".spec.tags: element 0: associative list without keys has an element that's an explicit null")]
    [InlineData("""{"tags":[{}]}""", ".spec.tags: element 0: associative list without keys has an element that's a map type")]
    [InlineData("""{"parts":[{"count":1}]}""", ".spec.parts: element 0: associative list with keys has an element that omits all key fields [\"name\"] (and doesn't have default values for any key fields)")]
    [InlineData("""{"parts":["x"]}""", ".spec.parts: element 0: associative list with keys may not have non-map elements")]
    [InlineData("""{"parts":{}}""", ".spec.parts: expected list, got &{map[]}")]
    [InlineData("""{"size":"1"}""", ".spec.size: expected numeric (int or float), got string")]
    [InlineData("""{"color":{"a":["b"]},"size":true}""", "errors:\n  .spec.color: expected string, got &value.valueUnstructured{Value:map[string]interface {}{\"a\":[]interface {}{\"b\"}}}\n  .spec.size: expected numeric (int or float), got bool")]
    public void What_is_of_another_type_is_refused(string spec, string expected) => new OwnedObject(OwnedObject.Widgets)
        .Refuse("one", Widget(spec), $"500: failed to create typed patch object (/x; example.com/v1, Kind=Widget): {expected}");

    [Fact]
    public void Its_depth_is_bounded()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 300)) + "1" + new string('}', 300);
        new OwnedObject(OwnedObject.Anything).Refuse("one", $$"""{"apiVersion":"example.com/v1","kind":"Widget","x":{{deep}}}""", "400: error decoding YAML: exceeded max depth");
    }

    [Theory]
    [InlineData("abc", "abd", "abcd")]
    [InlineData("abc", "ca", "bca")]
    [InlineData("abc", "xb", "axbc")]
    [InlineData("ab", "xy", "abxy")]
    [InlineData("abcd", "dxb", "acdxb")]
    [InlineData("", "ba", "ba")]
    [InlineData("aab", "a", "ab")]
    public void Merged_lists_stand_as_applied_and_the_rest_where_it_stood(string standing, string applied, string expected)
    {
        List<(string Element, JsonValue Item)> live = [.. standing.Select(item => (item.ToString(), OwnedObject.Json("1")))];
        List<(string Element, JsonValue Item)> now = [.. applied.Select(item => (item.ToString(), OwnedObject.Json("2")))];
        Assert.Equal(expected, string.Concat(MergedOrder.Of(live, now).Select(one => one.Element)));
    }

    [Fact]
    public void Nobody_owns_an_empty_list_that_is_a_set()
    {
        OwnedObject made = new OwnedObject(OwnedObject.Widgets).Apply("one", Widget("""{"tags":["a"]}""")).Apply("one", Widget("""{"tags":[]}"""));
        Assert.True(made.Value["spec"u8].IsMissing);
        made.Apply("one", Widget("""{"tags":[]}"""));
        Assert.Equal("""{"tags":[]}""", made.Value["spec"u8].ToString());
        Assert.Empty(made.Owners);
    }

    [Fact]
    public void Applied_twice_is_applied_once_and_takes_nobody_elses()
    {
        Random random = new(5);
        for (int i = 0; i < 300; i++)
        {
            OwnedObject made = new OwnedObject(OwnedObject.Widgets).Apply("one", Widget(Draw(random)), force: true).Apply("two", Widget(Draw(random)), force: true);
            string last = Widget(Draw(random));
            string once = made.Apply("two", last, force: true).Value.ToString();
            Assert.Equal(once, made.Apply("two", last, force: true).Value.ToString());
            made.Apply("two", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"x"}}""");
            Assert.DoesNotContain(made.Owners, line => line.StartsWith("two", StringComparison.Ordinal));
            FieldSet left = OwnedFields.Of(OwnedObject.Json(made.Rest), OwnedObject.WidgetTypes.Root).Except(ResetFields.Unowned);
            JsonValue others = made.Value["metadata"u8]["managedFields"u8].Items().FirstOrDefault()["fieldsV1"u8];
            Assert.Equal(FieldSet.Read(others).Paths().Select(path => path.ToString()), left.Paths().Select(path => path.ToString()));
        }
    }

    private static string Draw(Random random) => "{" + string.Join(',', new[]
    {
        $"\"color\":\"{random.Next(3)}\"",
        $"\"size\":{random.Next(3)}",
        $"\"tags\":[{string.Join(',', "abc".Where(_ => random.Next(2) == 0).Append('d').Select(tag => $"\"{tag}\""))}]",
        $"\"parts\":[{string.Join(',', "pq".Where(_ => random.Next(2) == 0).Append('r').Select(name => $"{{\"name\":\"{name}\",\"count\":{random.Next(3)}}}"))}]",
        $"\"whole\":{{\"a\":\"{random.Next(3)}\"}}",
        $"\"free\":{{\"x\":{{\"y\":{random.Next(3)}}}}}",
    }.Where(_ => random.Next(2) == 0)) + "}";

    private static string Map(string data) => $$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"x"},"data":{{data}}}""";

    private static string Widget(string spec) => $$"""{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"x"},"spec":{{spec}}}""";
}
