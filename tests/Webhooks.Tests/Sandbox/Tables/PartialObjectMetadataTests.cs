using Webhooks.Resources.Json;
using Webhooks.Sandbox.Tables;
using Xunit;

namespace Webhooks.Tests.Sandbox.Tables;

public class PartialObjectMetadataTests
{
    private const string Custom = """{"apiVersion":"e.com/v1","kind":"W","metadata":{"creationTimestamp":"2026-01-01T00:00:00Z","deletionGracePeriodSeconds":0,"generation":1,"labels":{},"name":"x","uid":"u","unknown":1},"spec":{"a":1}}""";

    [Fact]
    public void Members_come_in_the_order_of_the_type_and_without_those_that_say_nothing()
    {
        string written = Recording.Text(writer => PartialObjectMetadata.Write(JsonTree.Parse(Custom).Root, "v1beta1", writer));

        Assert.Equal(
            """{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1beta1","metadata":{"name":"x","uid":"u","generation":1,"creationTimestamp":"2026-01-01T00:00:00Z","deletionGracePeriodSeconds":0}}""",
            written);
    }

    [Fact]
    public void A_list_has_its_version_its_token_and_what_remains()
    {
        string written = Recording.Text(writer => PartialObjectMetadata.WriteList(new ListMetadata("7", "next", 3), [JsonTree.Parse("{}").Root], "v1", writer));

        Assert.Equal(
            """{"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"7","continue":"next","remainingItemCount":3},"items":[{"kind":"PartialObjectMetadata","apiVersion":"meta.k8s.io/v1","metadata":{}}]}""",
            written);
    }
}
