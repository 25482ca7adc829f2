using Webhooks.Resources.Json;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Yaml;

/// <summary>Asks the kubectl of this machine, where it has one, whether the tables still say what it does.</summary>
public class KubectlAgreementTests(ITestOutputHelper output)
{
    [Fact]
    public void Kubectl_still_reads_scalars_as_the_table_says()
    {
        List<Table.Row> rows = Table.Pairs("scalars.jsonl");
        if (!IsThere())
        {
            return;
        }

        Table.Row[] values = [.. rows.Where(row => !row.Value.IsMissing)];
        string? answer = Kubectl.Read(Kubectl.Object(string.Join('\n', values.Select((row, i) => $"k{i}: {row.Text}"))));
        JsonValue spec = JsonTree.Parse(answer ?? "{}").Root["spec"];
        Assert.Equal([], values.Where((row, i) => !Table.SaysTheSame(row.Value, spec[$"k{i}"])).Select(row => row.Text));
        Assert.Equal([], StillRead(rows.Where(row => row.Value.IsMissing).Select(row => "k: " + row.Text)));
    }

    [Fact]
    public void Kubectl_still_makes_names_as_the_table_says()
    {
        List<Table.Row> rows = Table.Pairs("names.jsonl");
        if (!IsThere())
        {
            return;
        }

        Table.Row[] names = [.. rows.Where(row => !row.Value.IsMissing)];
        string? answer = Kubectl.Read(Kubectl.Object(string.Join('\n', names.Select((row, i) => $"k{i}:\n  {row.Text} : v"))));
        JsonValue spec = JsonTree.Parse(answer ?? "{}").Root["spec"];
        Assert.Equal([], names.Where((row, i) => spec[$"k{i}"].Members().FirstOrDefault().Key != row.Value.GetString()).Select(row => row.Text));
        Assert.Equal([], StillRead(rows.Where(row => row.Value.IsMissing).Select(row => row.Text + " : v")));
    }

    [Fact]
    public void Kubectl_still_reads_documents_as_the_table_says()
    {
        JsonValue[] rows = [.. Table.Lines("documents.jsonl")];
        if (!IsThere())
        {
            return;
        }

        // One file of many documents holds what it reads; what it refuses needs a file each.
        JsonValue[] read = [.. rows.Where(row => !row["json"].IsMissing)];
        string? answer = Kubectl.Read(string.Concat(read.Select(row => Kubectl.Object(row["yaml"].GetString()) + "---\n")));
        JsonValue[] items = Objects(answer ?? "");
        Assert.Equal(read.Length, items.Length);
        Assert.Equal([], read.Where((row, i) => !Table.SaysTheSame(row["json"], items[i]["spec"])).Select(row => row["yaml"].GetString()));
        Assert.Equal([], StillRead(rows.Where(row => row["json"].IsMissing).Select(row => row["yaml"].GetString())));
    }

    // A refusal takes a process of its own, so only a dozen of them are asked for again.
    private static string[] StillRead(IEnumerable<string> refused)
    {
        string[] all = [.. refused];
        return [.. all.Where((_, i) => i % ((all.Length / 12) + 1) == 0).AsParallel().Where(spec => Kubectl.Read(Kubectl.Object(spec)) != null)];
    }

    private static JsonValue[] Objects(string stream)
    {
        List<JsonValue> objects = [];
        ReadOnlyMemory<byte> rest = System.Text.Encoding.UTF8.GetBytes(stream.Trim());
        while (!rest.IsEmpty)
        {
            JsonTree tree = JsonTree.ParseFirst(rest);
            objects.Add(tree.Root);
            rest = rest[tree.Consumed..];
        }

        return [.. objects];
    }

    private bool IsThere()
    {
        if (!Kubectl.IsOnPath)
        {
            output.WriteLine("kubectl not on PATH: table not re-asked");
        }

        return Kubectl.IsOnPath;
    }
}
