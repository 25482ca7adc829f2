using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Applying;
using Xunit;

namespace Webhooks.Tests.Sandbox.Applying;

public class FieldSetTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"f:a":{".":{},"f:b":{}}}""", """{"f:a":{".":{},"f:b":{}}}""")]
    [InlineData("""{"f:l":{"k:{\"port\":80,\"name\":\"x\"}":{}}}""", """{"f:l":{"k:{\"name\":\"x\",\"port\":80}":{}}}""")]
    [InlineData("""{"v:\"b\"":{},"i:1":{},"f:z":{},"v:1.0":{},"f:a":{},"v:true":{}}""", """{"f:a":{},"f:z":{},"v:1":{},"v:\"b\"":{},"v:true":{},"i:1":{}}""")]
    [InlineData("""{"k:{\"p\":443}":{},"k:{\"p\":80}":{}}""", """{"k:{\"p\":80}":{},"k:{\"p\":443}":{}}""")]
    [InlineData("""{"x:future":{"f:a":{}},"f:a":null}""", """{"f:a":{}}""")]
    public void A_set_is_read_and_written_in_order(string fields, string expected) => Assert.Equal(expected, Write(Read(fields)));

    [Theory]
    [InlineData("""{"f":{}}""")]
    [InlineData("""{"spec":{}}""")]
    [InlineData("""{"v:{":{}}""")]
    [InlineData("""{"k:1":{}}""")]
    [InlineData("""{"i:x":{}}""")]
    [InlineData("""{"f:a":5}""")]
    public void What_is_no_set_is_refused(string fields) => Assert.Throws<FormatException>(() => Read(fields));

    [Theory]
    [InlineData("""{"f:a":{".":{},"f:b":{}}}""", """{"f:a":{"f:b":{}}}""", """{"f:a":{}}""", """{"f:a":{}}""")]
    [InlineData("""{"f:a":{"f:b":{}}}""", """{"f:a":{}}""", """{"f:a":{"f:b":{}}}""", "{}")]
    [InlineData("""{"f:a":{},"f:c":{}}""", """{"f:a":{}}""", """{"f:c":{}}""", """{"f:c":{}}""")]
    public void A_fields_going_takes_those_below_it_only_where_asked(string left, string right, string except, string exceptBelow)
    {
        Assert.Equal(except, Write(Read(left).Except(Read(right))));
        Assert.Equal(exceptBelow, Write(Read(left).ExceptBelow(Read(right))));
    }

    [Fact]
    public void Sets_obey_the_laws_of_sets()
    {
        Random random = new(7);
        for (int i = 0; i < 500; i++)
        {
            FieldSet a = Draw(random, 3);
            FieldSet b = Draw(random, 3);
            string union = Write(a.Union(b));
            Assert.Equal(union, Write(b.Union(a)));
            Assert.Equal(Write(a), Write(a.Union(a)));
            Assert.Equal(Write(a.Intersection(b)), Write(b.Intersection(a)));
            Assert.Equal(union, Write(a.Except(b).Union(b)));
            Assert.Equal(Write(a), Write(a.Except(b).Union(a.Intersection(b))));
            Assert.True(a.Except(b).Intersection(b).IsEmpty);
            Assert.Equal(a.Paths().Select(path => path.ToString()), Read(Write(a)).Paths().Select(path => path.ToString()));
            Assert.True(a.Paths().All(a.Union(b).Has));
        }
    }

    [Theory]
    [InlineData("f:a.b/c", ".a.b/c")]
    [InlineData("k:{\"name\":\"x\",\"port\":80}", "[name=\"x\",port=80]")]
    [InlineData("v:\"a\"", "[=\"a\"]")]
    [InlineData("i:3", "[3]")]
    public void Elements_are_shown_as_the_server_shows_them(string element, string expected) => Assert.Equal(expected, FieldElement.Show(element));

    private static FieldSet Read(string fields) => FieldSet.Read(OwnedObject.Json(fields));

    private static string Write(FieldSet set)
    {
        using PooledBuffer buffer = new();
        set.Write(new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static FieldSet Draw(Random random, int depth)
    {
        FieldSet set = new();
        for (int i = random.Next(6); i > 0; i--)
        {
            FieldPath? path = null;
            for (int length = 1 + random.Next(depth); length > 0; length--)
            {
                path = new FieldPath(path, random.Next(4) switch { 0 => "f:a", 1 => "f:b", 2 => "k:{\"n\":1}", _ => "v:\"x\"" });
            }

            set.Insert(path);
        }

        return set;
    }
}
