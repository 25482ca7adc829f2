using Webhooks.Resources.Json;
using Webhooks.Sandbox.Applying;
using Xunit;

namespace Webhooks.Tests.Sandbox.Applying;

public class UpdateTests
{
    private const string Created = """{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","labels":{"x":"y"}},"data":{"color":"green"}}""";
    private const string Changed = """{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a","labels":{"x":"y"}},"data":{"color":"blue","size":"3"}}""";

    [Fact]
    public void Who_creates_owns_what_it_brings()
    {
        JsonValue created = OwnedObject.ConfigMaps.Update(default, OwnedObject.Json(Created), "maker", "", new DateTimeOffset(2026, 1, 2, 5, 4, 5, 678, TimeSpan.FromHours(2))).Freeze();
        Assert.Equal(
            """[{"apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:data":{".":{},"f:color":{}},"f:metadata":{"f:labels":{".":{},"f:x":{}}}},"manager":"maker","operation":"Update","time":"2026-01-02T03:04:05Z"}]""",
            created["metadata"u8]["managedFields"u8].ToString());
    }

    [Fact]
    public void Who_changes_takes_the_fields_over() => Assert.Equal(
        [
            """maker Update 04:05 {"f:data":{},"f:metadata":{"f:labels":{".":{},"f:x":{}}}}""",
            """changer Update 05:05 {"f:data":{"f:color":{},"f:size":{}}}""",
        ],
        new OwnedObject(OwnedObject.ConfigMaps).Write("maker", Created).Write("changer", Changed).Owners);

    [Fact]
    public void What_is_removed_nobody_owns() => Assert.Equal(
        ["""maker Update 04:05 {"f:data":{".":{},"f:color":{}}}"""],
        new OwnedObject(OwnedObject.ConfigMaps).Write("maker", Created)
            .Write("changer", """{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"a"},"data":{"color":"green"}}""").Owners);

    [Fact]
    public void Writing_the_same_leaves_owners_and_times() => Assert.Equal(
        ["""maker Update 04:05 {"f:data":{".":{},"f:color":{}},"f:metadata":{"f:labels":{".":{},"f:x":{}}}}"""],
        new OwnedObject(OwnedObject.ConfigMaps).Write("maker", Created).Write("changer", Created).Owners);

    [Fact]
    public void One_owner_has_one_entry_with_the_latest_time() => Assert.Equal(
        ["""maker Update 05:05 {"f:data":{".":{},"f:color":{},"f:size":{}},"f:metadata":{"f:labels":{".":{},"f:x":{}}}}"""],
        new OwnedObject(OwnedObject.ConfigMaps).Write("maker", Created).Write("maker", Changed).Owners);

    [Theory]
    [InlineData("[]", false)]
    [InlineData("[{}]", false)]
    [InlineData("""[{"manager":""}]""", false)]
    [InlineData("null", true)]
    [InlineData("""[{"manager":"x"}]""", true)]
    [InlineData("""[{"manager":"x","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"nonsense":{}}}]""", true)]
    public void An_empty_entry_forgets_all_owners_and_a_broken_one_is_not_heeded(string sent, bool isKept) =>
        Assert.Equal(isKept ? 1 : 0, new OwnedObject(OwnedObject.ConfigMaps).Write("maker", Created).WriteEntries("changer", sent).Owners.Length);

    [Fact]
    public void Forgotten_owners_stay_so_until_the_next_apply() =>
        Assert.Empty(new OwnedObject(OwnedObject.ConfigMaps).Write("maker", Created).WriteEntries("changer", "[{}]").Write("changer", Changed).Owners);

    [Fact]
    public void Entries_can_be_written() => Assert.Equal(
        ["""other Update {"f:data":{"f:color":{}}}"""],
        new OwnedObject(OwnedObject.ConfigMaps).Write("maker", Created)
            .WriteEntries("x", """[{"manager":"other","operation":"Update","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:data":{"f:color":{}},"z:future":{}}}]""").Owners);

    [Fact]
    public void The_status_of_a_custom_resource_is_owned_by_who_writes_the_status() => Assert.Equal(
        [
            """maker Update 04:05 {"f:spec":{".":{},"f:color":{},"f:size":{}}}""",
            """controller Update status 05:05 {"f:status":{"f:phase":{}}}""",
        ],
        new OwnedObject(OwnedObject.Widgets)
            .Write("maker", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"color":"red","size":3},"status":{"phase":"reset"}}""")
            .Write("controller", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a","labels":{"x":"y"}},"spec":{"color":"red","size":4},"status":{"phase":"Ready"}}""", "status")
            .Owners);

    [Fact]
    public void Lists_and_objects_are_owned_as_the_schema_says() => Assert.Equal(
        ["""maker Update 04:05 {"f:spec":{".":{},"f:free":{".":{},"f:a":{".":{},"f:b":{}},"f:l":{}},"f:parts":{".":{},"k:{\"name\":\"p\"}":{".":{},"f:count":{},"f:name":{}}},"f:plain":{},"f:tags":{".":{},"v:\"a\"":{}},"f:whole":{}}}"""],
        new OwnedObject(OwnedObject.Widgets).Write("maker", """
            {"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"parts":[{"name":"p","count":1}],"tags":["a"],
            "whole":{"a":"1"},"plain":[1,2],"free":{"a":{"b":1},"l":[{"c":1}]}}}
            """).Owners);

    [Fact]
    public void Keys_have_their_defaults() => Assert.Equal(
        ["""maker Update 04:05 {"f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{".":{},"f:image":{},"f:name":{},"f:ports":{".":{},"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{}},"k:{\"containerPort\":443,\"protocol\":\"UDP\"}":{".":{},"f:containerPort":{},"f:protocol":{}}},"f:resources":{}}}}}"""],
        new OwnedObject(OwnedObject.Pods).Write("maker", """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"containers":[{"name":"c","image":"i","resources":{},
            "ports":[{"containerPort":443,"protocol":"UDP"},{"containerPort":80}]}]}}
            """).Owners);

    [Fact]
    public void Items_that_are_there_twice_are_one_field() => Assert.Equal(
        ["""maker Update 04:05 {"f:spec":{".":{},"f:tags":{".":{},"v:\"a\"":{},"v:\"b\"":{}}}}"""],
        new OwnedObject(OwnedObject.Widgets).Write("maker", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"tags":["a","b","a"]}}""").Owners);

    [Fact]
    public void Objects_without_a_schema_are_owned_member_by_member() => Assert.Equal(
        ["""maker Update 04:05 {"f:any":{".":{},"f:a":{},"f:l":{}}}"""],
        new OwnedObject(OwnedObject.Anything).Write("maker", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"any":{"a":1,"l":[{"x":1}]}}""").Owners);

    [Fact]
    public void What_is_not_of_its_type_has_no_owners() =>
        Assert.Empty(new OwnedObject(OwnedObject.Widgets).Write("maker", """{"apiVersion":"example.com/v1","kind":"Widget","metadata":{"name":"a"},"spec":{"bogus":1}}""").Owners);

    [Fact]
    public void Beyond_ten_the_oldest_updates_become_one()
    {
        OwnedObject made = new(OwnedObject.ConfigMaps);
        string data = "";
        for (int i = 0; i < 12; i++)
        {
            data += $"{(i == 0 ? "" : ",")}\"k{i}\":\"v\"";
            made.Write($"m{i:00}", $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{{{{data}}}}}""");
        }

        Assert.Equal(10, made.Owners.Length);
        Assert.Equal("""ancient-changes Update 06:05 {"f:data":{".":{},"f:k0":{},"f:k1":{},"f:k2":{}}}""", made.Owners[0]);
        Assert.Equal("""m03 Update 07:05 {"f:data":{"f:k3":{}}}""", made.Owners[1]);
    }

    [Fact]
    public void A_write_that_changes_nothing_but_times_is_none()
    {
        JsonValue live = new OwnedObject(OwnedObject.ConfigMaps).Apply("one", Created).Value;
        JsonValue later = OwnedObject.Json(live.ToString().Replace("03:04:05", "04:04:05", StringComparison.Ordinal));
        Assert.NotEqual(live.ToString(), later.ToString());
        Assert.Equal(live, ManagedFields.KeepTimes(live, later));
        JsonValue other = OwnedObject.Json(live.ToString().Replace("green", "blue", StringComparison.Ordinal));
        Assert.Equal(other, ManagedFields.KeepTimes(live, other));
    }
}
