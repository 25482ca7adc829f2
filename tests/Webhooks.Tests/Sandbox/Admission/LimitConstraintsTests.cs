using Webhooks.Resources.Json;
using Webhooks.Sandbox.Admission.Limits;
using Xunit;

namespace Webhooks.Tests.Sandbox.Admission;

public sealed class LimitConstraintsTests
{
    private const string Limits = """
        [{"type":"Container","min":{"cpu":"100m"},"max":{"cpu":"1"}},{"type":"Pod","max":{"cpu":"1500m"}},
        {"type":"PersistentVolumeClaim","min":{"storage":"1Gi"},"max":{"storage":"2Gi"}}]
        """;

    [Fact]
    public void A_pod_is_held_to_the_limits_of_containers_and_to_its_own()
    {
        const string Pod = """
            {"spec":{"containers":[{"name":"a","resources":{"requests":{"cpu":"1"},"limits":{"cpu":"1"}}},{"name":"b","resources":{"requests":{"cpu":"50m"},"limits":{"cpu":"1"}}}],
            "initContainers":[{"name":"i","resources":{"requests":{"cpu":"1"},"limits":{"cpu":"2"}}}]}}
            """;
        Assert.Equal(
            [
                "minimum cpu usage per Container is 100m, but request is 50m",
                "maximum cpu usage per Container is 1, but limit is 2",
                "maximum cpu usage per Pod is 1500m, but limit is 2",
            ],
            LimitConstraints.OfPod(JsonTree.Parse(Pod).Root, JsonTree.Parse(Limits).Root));
    }

    [Theory]
    [InlineData("512Mi", "minimum storage usage per PersistentVolumeClaim is 1Gi, but request is 512Mi")]
    [InlineData("1Gi", null)]
    [InlineData("3Gi", "maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 3Gi")]
    public void A_claim_is_held_to_its_limits(string storage, string? problem)
    {
        string claim = $$"""{"spec":{"resources":{"requests":{"storage":"{{storage}}"} } } }""";
        Assert.Equal(problem, LimitConstraints.OfClaim(JsonTree.Parse(claim).Root, JsonTree.Parse(Limits).Root).SingleOrDefault());
    }
}
