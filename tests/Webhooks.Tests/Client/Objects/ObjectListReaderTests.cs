using System.Text;
using System.Text.Json;
using Webhooks.Client.Objects;
using Xunit;

namespace Webhooks.Tests.Client.Objects;

/// <summary>Lists are read whole, and one object that can't be read spoils nothing but itself.</summary>
public sealed class ObjectListReaderTests
{
    [Fact]
    public void A_page_is_read_with_what_it_says_of_itself()
    {
        ObjectList<ConfigMap> list = Read(
            """
            {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"7","continue":"t","remainingItemCount":3},
             "items":[{"metadata":{"name":"a","namespace":"n","managedFields":[{}]},"data":{"k":"v"},"unknown":{"deep":[1]}}]}
            """);
        Assert.Equal(("7", "t", 3L), (list.ResourceVersion, list.Continue, list.RemainingItemCount!.Value));
        ConfigMap item = Assert.Single(list.Items);
        Assert.Equal(("n/a", "v"), (ObjectKey.Of(item).ToString(), item.Data["k"]));
        Assert.Empty(list.Undecodable);
    }

    [Theory]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":null,"metadata":null}""")]
    public void An_empty_list_is_one(string json)
    {
        ObjectList<ConfigMap> list = Read(json);
        Assert.Equal((0, "", "", null), (list.Items.Count, list.ResourceVersion, list.Continue, list.RemainingItemCount));
    }

    [Theory]
    [InlineData("n/b", "5", """{"metadata":{"name":"b","namespace":"n","resourceVersion":"5"},"data":7}""")]
    [InlineData("b", "5", """{"data":{"k":[]},"metadata":{"labels":{"a":{}},"resourceVersion":"5","name":"b"}}""")]
    [InlineData("b", "", """{"metadata":{"creationTimestamp":"yesterday","name":"b"}}""")]
    [InlineData("b", "5", """{"metadata":{"name":"b","resourceVersion":"5"},"data":{"k":"\ud800"}}""")]
    [InlineData(null, "5", """{"metadata":{"name":"\ud800","resourceVersion":"5"}}""")]
    [InlineData("b", "5", """{"metadata":{"\ud800":"x","name":"b","resourceVersion":"5","uid":7}}""")]
    [InlineData(null, "", """{"metadata":[]}""")]
    [InlineData(null, "", "null")]
    [InlineData(null, "", "7")]
    public void What_can_not_be_read_is_told_by_its_key_and_spoils_no_other(string? key, string version, string item)
    {
        ObjectList<ConfigMap> list = Read($$$"""{"metadata":{"resourceVersion":"9"},"items":[{"metadata":{"name":"a"}},{{{item}}},{"metadata":{"name":"c"}}]}""");
        Assert.Equal(["a", "c"], list.Items.Select(one => one.Metadata.Name));
        UndecodableObject spoilt = Assert.Single(list.Undecodable);
        Assert.Equal((key, version), (spoilt.Key?.ToString(), spoilt.ResourceVersion));
        Assert.NotEmpty(spoilt.Problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kind":"Status"}""")]
    [InlineData("""{"items":{}}""")]
    [InlineData("""{"items":[]} more""")]
    [InlineData("""{"items":[{"metadata":{"name":"a"}}""")]
    [InlineData("""{"items":[{"metadata":{"name":"a"}},{"meta""")]
    [InlineData("""{"items":[}]}""")]
    public void What_is_no_list_or_was_cut_off_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void What_is_not_read_may_be_as_deep_as_a_server_takes_it()
    {
        string deep = new string('[', 9_000) + new string(']', 9_000);
        Assert.Equal("a", Assert.Single(Read($$$"""{"items":[{"x":{{{deep}}},"metadata":{"name":"a"}}]}""").Items).Metadata.Name);
    }

    private static ObjectList<ConfigMap> Read(string json) => ObjectListReader.Read(Encoding.UTF8.GetBytes(json), ConfigMap.Json);
}
