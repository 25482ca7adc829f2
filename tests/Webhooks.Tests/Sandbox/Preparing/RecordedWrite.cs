using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Sandbox.Preparing;

/// <summary>A write that was sent to kube-apiserver 1.36.2, and what it answered.</summary>
/// <param name="Row">The members of the record.</param>
internal sealed record RecordedWrite(JsonValue Row)
{
    public string Scenario => Text("scenario");

    public string Resource => Text("resource");

    public string Query => Text("query");

    public byte[] Body => Encoding.UTF8.GetBytes(Text("body"));

    public bool IsYaml => Text("type") == "application/yaml";

    public int Status => Row["status"u8].TryGetInt64(out long status) ? (int)status : 0;

    public JsonValue Answer => Row["answer"u8];

    public string[] Warnings => [.. Row["warnings"u8].Items().Select(item => item.GetString()).Select(Unquoted)];

    public static IReadOnlyList<RecordedWrite> Read(string file)
    {
        JsonTree tree = JsonTree.Parse(File.ReadAllBytes(Repository.PathOf("tests", "Webhooks.Tests", "Sandbox", "Preparing", "Data", file)));
        return [.. tree.Root.Items().Select(row => new RecordedWrite(row))];
    }

    /// <summary>Rows of a theory: the place of each write, and what to call it.</summary>
    public static TheoryData<int, string> Rows(IReadOnlyList<RecordedWrite> writes, Func<RecordedWrite, string> name)
    {
        TheoryData<int, string> rows = [];
        foreach ((int index, RecordedWrite row) in writes.Index())
        {
            rows.Add(index, name(row));
        }

        return rows;
    }

    /// <summary>The resource, of a kind <c>Widget</c> where the group is one of examples.</summary>
    public ApiResource ToResource()
    {
        string group = Text("group");
        if (!group.EndsWith("example.com", StringComparison.Ordinal))
        {
            return BuiltInKinds.All.Single(one => one.Group == group && one.Version == Text("version") && one.Plural == Resource);
        }

        return new ApiResource
        {
            Group = group,
            Version = Text("version"),
            Plural = Resource,
            Singular = "widget",
            Kind = "Widget",
            ListKind = "WidgetList",
            IsNamespaced = true,
            Verbs = ["create"],
            Definition = JsonTree.Parse("{}").Root,
        };
    }

    /// <summary>Ends a write that was accepted, with its object.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="status">The code of writes that are accepted.</param>
    /// <param name="value">The object.</param>
    /// <param name="warnings">What the client is warned of.</param>
    public void AssertAccepted(string name, int status, JsonValue value, IReadOnlyList<string> warnings)
    {
        Assert.True(Status == status, $"{name}: accepted, but {Answer["message"u8]}");
        Assert.Equal(Comparison.Bare(Answer), Comparison.Bare(value));
        Assert.Equal(Warnings, warnings);
    }

    public string Text(string member) => Row[member].AsString() ?? "";

    /// <summary>The text of a <c>Warning</c> header: <c>299 - "…"</c>.</summary>
    private static string Unquoted(string header) => header[7..^1].Replace("\\\"", "\"", StringComparison.Ordinal);
}
