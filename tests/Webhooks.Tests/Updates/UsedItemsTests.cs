using Webhooks.Admission.Bookkeeping;
using Xunit;

namespace Webhooks.Tests.Updates;

public sealed class UsedItemsTests
{
    private const string Before = """{"volumes":[{"name":"logs","emptyDir":{}},{"name":"odd.name"}],"resourceClaims":[{"name":"gpu"}]}""";
    private static readonly string[] TakenOff = ["volumes[logs]", "volumes[\"odd.name\"]", "resourceClaims[gpu]", "containers[agent]"];

    [Theory]
    [InlineData("""{"containers":[{"volumeMounts":[{"name":"logs"}]}]}""", "volumes[logs]")]
    [InlineData("""{"initContainers":[{"volumeDevices":[{"name":"logs"}]}]}""", "volumes[logs]")]
    [InlineData("""{"ephemeralContainers":[{"volumeMounts":[{"name":"odd.name"}]}]}""", "volumes[\"odd.name\"]")]
    [InlineData("""{"containers":[{"env":[{"valueFrom":{"fileKeyRef":{"volumeName":"logs"}}}]}]}""", "volumes[logs]")]
    [InlineData("""{"containers":[{"resources":{"claims":[{"name":"gpu"}]}}]}""", "resourceClaims[gpu]")]
    [InlineData("""{"containers":[{"resources":{"claims":[{"name":"logs"}]}}]}""", "")] // a claim of a volume's name
    [InlineData("""{"containers":[{"volumeMounts":[{"name":"gpu"}]}]}""", "")]
    [InlineData("""{"containers":[{"volumeMounts":[{"name":"logs"}]}],"volumes":[{"name":"logs"}]}""", "")] // it is there
    [InlineData("""{"containers":[{"volumeMounts":null},{"env":[{"value":"logs"}]},3]}""", "")]
    [InlineData("{}", "")]
    public void What_a_remaining_container_uses_must_stay(string left, string expected) => Assert.Equal(expected, Missing(left, "[]"));

    [Fact]
    public void A_claim_of_a_statefulset_is_used_in_the_volumes_place() =>
        Assert.Equal("", Missing("""{"containers":[{"volumeMounts":[{"name":"logs"}]}]}""", """[{"metadata":{"name":"logs"}}]"""));

    [Fact]
    public void What_was_not_there_before_cannot_stay() =>
        Assert.Empty(UsedItems.Missing(Parts.OfSpec("""{"containers":[{"volumeMounts":[{"name":"logs"}]}]}"""), Parts.OfSpec("{}"), TakenOff, default));

    private static string Missing(string left, string claims) =>
        string.Join(' ', UsedItems.Missing(Parts.OfSpec(left), Parts.OfSpec(Before), TakenOff, Parts.Value(claims)));
}
