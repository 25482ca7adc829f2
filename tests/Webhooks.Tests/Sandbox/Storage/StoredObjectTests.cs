using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Storage;
using Xunit;

namespace Webhooks.Tests.Sandbox.Storage;

public sealed class StoredObjectTests
{
    [Fact]
    public void It_is_kept_without_its_type_and_with_metadata_first()
    {
        StoredObject stored = StoredObject.Of(new JsonDraft(JsonTree.Parse(
            """{"data":{"a":"1"},"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"x","namespace":"n"}}""").Root));

        Assert.Equal("""{"metadata":{"name":"x","namespace":"n","resourceVersion":"0"},"data":{"a":"1"}}""", Text(stored));
        Assert.Equal(("n/x", "n", "x"), (stored.Key, stored.Namespace, stored.Name));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(1234567)]
    public void Another_revision_changes_the_version_alone(long revision)
    {
        StoredObject stored = Stored.Of("n/x", """, "labels":{"a":"b"},"annotations":{"resourceVersion":"0"}""").At(5).At(revision);

        Assert.Equal(
            $$$"""{"metadata":{"name":"x","namespace":"n","labels":{"a":"b"},"annotations":{"resourceVersion":"0"},"resourceVersion":"{{{revision}}}"}}""",
            Text(stored));
        Assert.Equal(revision, stored.Revision);
        Assert.Equal("""{"a":"b"}""", stored.ReadLabels().ToString());
    }

    [Fact]
    public void Labels_are_found_behind_the_version_too()
    {
        StoredObject stored = Stored.Of("n/x", """, "resourceVersion":"3","labels":{"a":"b"}""").At(12345);

        Assert.Equal("""{"a":"b"}""", stored.ReadLabels().ToString());
        Assert.True(Stored.Of("n/x", """, "labels":{}""").ReadLabels().IsMissing);
    }

    [Fact]
    public void It_is_read_as_the_kind_that_asks()
    {
        JsonValue read = Stored.Of("x").Read(new GroupVersionKind("example.com", "v2", "Widget"));

        Assert.Equal("""{"kind":"Widget","apiVersion":"example.com/v2","metadata":{"name":"x","resourceVersion":"0"}}""", read.ToString());
    }

    private static string Text(StoredObject stored) => Encoding.UTF8.GetString(stored.Json.Span);
}
