using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Transcripts;

public sealed class BodyComparisonTests
{
    private readonly Comparing _comparing = new();

    [Theory]
    [InlineData("""{"a":1,"b":[1,{}]}""", """{"b":[1,{}],"a":1}""")]
    [InlineData("""{"a":"<number>"}""", """{"a":5}""")]
    [InlineData("""{"a":1.5}""", """{"a":1.50}""")]
    [InlineData("""{"metadata":{}}""", """{"metadata":{"managedFields":[{}]}}""")]
    [InlineData("""{"details":{"causes":[{"field":"a"},{"field":"b"}]}}""", """{"details":{"causes":[{"field":"b"},{"field":"a"}]}}""")]
    [InlineData("""{"details":{"causes":[{"message":"<text>"},{"message":"x"}]}}""", """{"details":{"causes":[{"message":"y"},{"message":"x"}]}}""")]
    [InlineData("""{"metadata":{"managedFields":[{"manager":"a"},{"manager":"b"}]}}""", """{"metadata":{"managedFields":[{"manager":"b"},{"manager":"a"}]}}""")]
    [InlineData("""{"message":"X is invalid: [a: b, c: d]"}""", """{"message":"X is invalid: [c: d, a: b]"}""")]
    [InlineData("""{"message":"X is invalid: [a: b, c, c: d]"}""", """{"message":"X is invalid: [c: d, a: b, c]"}""")]
    [InlineData("""{"message":"X is invalid: [a: <rv:1>, c: d]"}""", """{"message":"X is invalid: [c: d, a: 5]"}""")]
    public void These_are_the_same(string expected, string got) =>
        Assert.Empty(_comparing.Body(expected, got));

    [Theory]
    [InlineData("""{"a":1}""", """{}""", "body.a")]
    [InlineData("""{}""", """{"a":1}""", "body.a")]
    [InlineData("""{"a":{"b":"x"}}""", """{"a":{"b":"y"}}""", "body.a.b")]
    [InlineData("""{"a":1}""", """{"a":"1"}""", "body.a")]
    [InlineData("""{"a":1}""", """{"a":1.0}""", "body.a")]
    [InlineData("""{"a":null}""", """{"a":false}""", "body.a")]
    [InlineData("""{"a":null}""", """{}""", "body.a")]
    [InlineData("""{"a":true}""", """{"a":false}""", "body.a")]
    [InlineData("""{"a":[]}""", """{"a":{}}""", "body.a")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "body.a[1]")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "body.a[1]")]
    [InlineData("""{"a":"<uid:1>"}""", """{"a":"5"}""", "body.a")]
    [InlineData("""{"a":"<rv:1>"}""", """{"a":5}""", "body.a")]
    [InlineData("""{"spec":{}}""", """{"spec":{"managedFields":[]}}""", "body.spec.managedFields")]
    [InlineData("""{"metadata":{"managedFields":[{"manager":"a"}]}}""", """{"metadata":{"managedFields":[{"manager":"b"}]}}""", "body.metadata.managedFields[]", "body.metadata.managedFields[]")]
    [InlineData("""{"causes":["a","b"]}""", """{"causes":["b","a"]}""", "body.causes[0]", "body.causes[1]")]
    [InlineData("""{"details":{"causes":[{"field":"a"},{"field":"a"}]}}""", """{"details":{"causes":[{"field":"a"}]}}""", "body.details.causes[]")]
    [InlineData("""{"details":{"causes":[{"field":"a"}]}}""", """{"details":{"causes":[{"field":"a"},{"field":"b"}]}}""", "body.details.causes[]")]
    [InlineData("""{"message":"X is invalid: [a: b, c: d]"}""", """{"message":"X is invalid: [a: b]"}""", "body.message")]
    [InlineData("""{"message":"X is invalid: [a: b, c: d]"}""", """{"message":"X is invalid: [a: b, c: d, e: f]"}""", "body.message")]
    [InlineData("""{"message":"X is invalid: [a: b, c: d]"}""", """{"message":"Y is invalid: [c: d, a: b]"}""", "body.message")]
    [InlineData("""{"message":"X is [a, b]"}""", """{"message":"X is [b, a]"}""", "body.message")]
    public void These_are_not(string expected, string got, params string[] paths) =>
        Assert.Equal(paths, _comparing.Body(expected, got));

    [Fact]
    public void Managed_fields_count_where_they_are_shown()
    {
        Comparing shown = new() { Rules = new ComparisonRules(ShowsManagedFields: true) };
        Assert.Equal(["body.metadata.managedFields"], shown.Body("""{"metadata":{}}""", """{"metadata":{"managedFields":[]}}"""));
        Assert.Equal(["body.metadata.managedFields"], _comparing.Body("""{"metadata":{"managedFields":[]}}""", """{"metadata":{}}"""));
    }

    [Fact]
    public void What_was_tried_in_vain_teaches_nothing()
    {
        Assert.Empty(_comparing.Body(
            """{"details":{"causes":[{"field":"x","message":"<rv:1>"},{"field":"y","message":"<rv:2>"}]}}""",
            """{"details":{"causes":[{"field":"y","message":"6"},{"field":"x","message":"5"}]}}"""));
        Assert.Empty(_comparing.Body("""["<rv:1>","<rv:2>"]""", """["5","6"]"""));
    }

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"a":[{"n":"y"}]}""", """{"a":[{"n":"x"},{"n":"y","m":1}]}""")]
    [InlineData("""{"a":[]}""", """{"a":[1]}""")]
    [InlineData("""{"a":["y","x"]}""", """{"a":["x","y"]}""")]
    public void A_part_is_contained(string expected, string got) =>
        Assert.Empty(_comparing.Part(expected, got));

    [Theory]
    [InlineData("""{"a":1}""", """{"b":2}""", "body.a")]
    [InlineData("""{"a":[{"n":"y","m":2}]}""", """{"a":[{"n":"x","m":2},{"n":"y","m":1}]}""", "body.a[]")]
    [InlineData("""{"a":[1]}""", """{"a":[]}""", "body.a[]")]
    [InlineData("""{"a":{}}""", """{"a":[]}""", "body.a")]
    [InlineData("""{"a":{"b":"x"}}""", """{"a":{"b":"y"}}""", "body.a.b")]
    public void A_part_is_not_contained(string expected, string got, string path) =>
        Assert.Equal([path], _comparing.Part(expected, got));
}
