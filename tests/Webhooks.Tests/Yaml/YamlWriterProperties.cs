using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Yaml;

public class YamlWriterProperties(ITestOutputHelper output)
{
    private static readonly Config Repeatable = Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(2017, 305);

    [Fact]
    public void What_is_written_reads_back_as_the_same_tree()
    {
        Prop.ForAll(JsonSamples.Values.ToArbitrary(), value =>
        {
            string yaml = YamlWriter.ToText(value);
            return JsonEquality.AreEqual(Reading.Document(yaml).Root, value).Label(yaml);
        }).Check(Repeatable);
    }

    [Fact]
    public void What_is_written_keeps_the_order_of_members_and_the_literals_of_numbers()
    {
        Prop.ForAll(JsonSamples.Values.ToArbitrary(), value =>
            Reading.Json(YamlWriter.ToText(value)) == Compact(value)).Check(Repeatable);
    }

    [Fact]
    public void Kubectl_reads_what_is_written_as_the_same_tree()
    {
        if (!Kubectl.IsOnPath)
        {
            output.WriteLine("kubectl not on PATH: what is written was not shown to it");
            return;
        }

        JsonValue[] values = [.. JsonSamples.Values.Sample(400, new Rnd(2017, 305), 30)];
        Assert.Equal(400, values.Length);
        JsonValue all = JsonTree.Parse(
            """{"apiVersion":"example.com/v1","kind":"Foo","metadata":{"name":"x"},"spec":[""" + string.Join(',', values) + "]}").Root;
        string? answer = Kubectl.Read(YamlWriter.ToText(all));
        Assert.NotNull(answer);
        JsonValue[] read = [.. JsonTree.Parse(answer).Root["spec"].Items()];
        Assert.Equal([], values.Zip(read).Where(pair => !Table.SaysTheSame(pair.First, pair.Second)).Select(pair => pair.First.ToString()));
    }

    private static string Compact(JsonValue value)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteValue(value);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
