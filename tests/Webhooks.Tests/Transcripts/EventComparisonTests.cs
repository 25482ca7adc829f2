using System.Text;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.Tests.Transcripts;

public sealed class EventComparisonTests
{
    [Theory]
    [InlineData("""{"type":"BOOKMARK","object":{"metadata":{"resourceVersion":"5"}}}""", true)]
    [InlineData("""{"type":"BOOKMARK","object":{"metadata":{"annotations":{"k8s.io/initial-events-end":"true"}}}}""", false)]
    [InlineData("""{"type":"BOOKMARK","object":{"kind":"Table","rows":[{"object":{"metadata":{"annotations":{"k8s.io/initial-events-end":"true"}}}}]}}""", false)]
    [InlineData("""{"type":"BOOKMARK","object":{"kind":"Table","rows":[{"object":{"metadata":{}}}]}}""", true)]
    [InlineData("""{"type":"BOOKMARK","object":{"metadata":5}}""", true)]
    [InlineData("""{"type":"ADDED","object":{}}""", false)]
    [InlineData("""{"type":5}""", false)]
    [InlineData("[]", false)]
    public void A_plain_bookmark_only_carries_a_version(string one, bool isPlain) =>
        Assert.Equal(isPlain, EventComparison.IsPlainBookmark(Json(one)));

    [Fact]
    public void Events_are_compared_whole()
    {
        Bindings bindings = new();
        ComparisonRules rules = new(ShowsManagedFields: false);
        Assert.Empty(EventComparison.Compare(Json("""{"type":"ADDED","object":{"a":"<rv:1>"}}"""), Json("""{"type":"ADDED","object":{"a":"5"}}"""), 0, bindings, rules));
        Assert.Equal(
            ["events[1].type", "events[1].object.a", "events[1].more"],
            EventComparison.Compare(Json("""{"type":"ADDED","object":{"a":"<rv:2>"}}"""), Json("""{"type":"DELETED","object":{"a":"4"},"more":1}"""), 1, bindings, rules)
                .Select(difference => difference.Path));
    }

    private static System.Text.Json.JsonElement Json(string text) => TranscriptJson.Parse(Encoding.UTF8.GetBytes(text));
}
