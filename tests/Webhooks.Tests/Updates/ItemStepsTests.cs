using Webhooks.Admission.Bookkeeping;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class ItemStepsTests
{
    [Theory]
    [InlineData("volumes", "volumes")]
    [InlineData("containers[app]", "containers|[app]")]
    [InlineData("containers[app].env[LOG_DIR]", "containers|[app]|env|[LOG_DIR]")]
    [InlineData("securityContext.fsGroup", "securityContext|fsGroup")]
    [InlineData("containers[app].ports[9000,TCP]", "containers|[app]|ports|[9000,TCP]")]
    [InlineData("""metadata.labels["example.com/team"]""", """metadata|labels|["example.com/team"]""")]
    [InlineData("""metadata.annotations["a]b[c.d\"]"]""", """metadata|annotations|["a]b[c.d\"]"]""")]
    [InlineData("""tolerations[{"key":"a[0]","values":["x","]"]}]""", """tolerations|[{"key":"a[0]","values":["x","]"]}]""")]
    [InlineData("""hostAliases["::1"].hostnames""", """hostAliases|["::1"]|hostnames""")]
    public void A_path_is_read_step_by_step(string path, string expected) => Assert.Equal((expected, true), Read(path));

    [Theory]
    [InlineData("", "")]
    [InlineData("[app]", "")] // no name before the first key
    [InlineData(".volumes", "")]
    [InlineData("containers[app", "containers")] // a bracket that is never closed
    [InlineData("""containers["app]""", "containers")] // a string that is never closed
    [InlineData("containers[app]env", "containers|[app]")] // no dot
    [InlineData("containers..env", "containers")]
    [InlineData("containers[app].", "containers|[app]")]
    public void A_malformed_path_ends_where_it_cannot_be_read_on(string path, string expected) => Assert.Equal((expected, false), Read(path));

    [Theory]
    [InlineData("app", true, null)]
    [InlineData("""
        "a\"b"
        """, true, "a\"b")]
    [InlineData("\"open", false, null)]
    [InlineData("\"a\"b\"", false, null)]
    public void A_key_in_quotes_is_a_json_string(string key, bool isRead, string? quoted)
    {
        Assert.Equal(isRead, ItemSteps.TryReadKey(key, out string? found));
        Assert.Equal(quoted, found);
    }

    /// <summary>The steps, keys in brackets; and whether the path was read to its end.</summary>
    private static (string Steps, bool IsWhole) Read(string path)
    {
        List<string> found = [];
        bool isWhole = false;
        ItemSteps steps = new(path);
        while (steps.MoveNext())
        {
            found.Add(steps.IsKey ? $"[{steps.Text}]" : steps.Text.ToString());
            isWhole = steps.IsLast;
        }

        return (string.Join('|', found), isWhole);
    }
}
