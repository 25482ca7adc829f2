using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;
using Webhooks.Sandbox.Admission;
using Webhooks.Sandbox.Admission.Limits;
using Xunit;

namespace Webhooks.Tests.Sandbox.Admission;

public sealed class AskedForTests
{
    [Theory]
    [InlineData("{}", "{}", "minimum cpu usage per Container is 1.  No request is specified")]
    [InlineData("""{"cpu":"999m"}""", "{}", "minimum cpu usage per Container is 1, but request is 999m")]
    [InlineData("""{"cpu":"1"}""", "{}", null)]
    [InlineData("""{"cpu":"1"}""", """{"cpu":"500m"}""", "minimum cpu usage per Container is 1, but limit is 500m")]
    public void Below_a_minimum(string requests, string limits, string? problem) => Assert.Equal(problem, Asked(requests, limits).Min("cpu", Quantity.Parse("1")));

    [Theory]
    [InlineData("""{"cpu":"1"}""", "{}", "maximum cpu usage per Container is 1.  No limit is specified")]
    [InlineData("{}", """{"cpu":"1001m"}""", "maximum cpu usage per Container is 1, but limit is 1001m")]
    [InlineData("{}", """{"cpu":"1"}""", null)]
    [InlineData("""{"cpu":"2"}""", """{"cpu":"1"}""", "maximum cpu usage per Container is 1, but request is 2")]
    public void Above_a_maximum(string requests, string limits, string? problem) => Assert.Equal(problem, Asked(requests, limits).Max("cpu", Quantity.Parse("1")));

    [Theory]
    [InlineData("{}", "maximum storage usage per Container is 2Gi.  No request is specified")]
    [InlineData("""{"storage":"3Gi"}""", "maximum storage usage per Container is 2Gi, but request is 3Gi")]
    [InlineData("""{"storage":"2Gi"}""", null)]
    public void Requests_above_a_maximum(string requests, string? problem) =>
        Assert.Equal(problem, Asked(requests, "{}").MaxRequest("storage", Quantity.Parse("2Gi")));

    [Theory]
    [InlineData("{}", """{"cpu":"1"}""", "cpu max limit to request ratio per Container is 1500m, but no request is specified or request is 0")]
    [InlineData("""{"cpu":"0"}""", """{"cpu":"1"}""", "cpu max limit to request ratio per Container is 1500m, but no request is specified or request is 0")]
    [InlineData("""{"cpu":"1"}""", "{}", "cpu max limit to request ratio per Container is 1500m, but no limit is specified or limit is 0")]
    [InlineData("""{"cpu":"300m"}""", """{"cpu":"1"}""", "cpu max limit to request ratio per Container is 1500m, but provided ratio is 3.333333")]
    [InlineData("""{"cpu":"2"}""", """{"cpu":"3"}""", null)]
    public void A_limit_too_far_above_the_request(string requests, string limits, string? problem) =>
        Assert.Equal(problem, Asked(requests, limits).Ratio("cpu", Quantity.Parse("1.5")));

    [Fact]
    public void Numbers_whose_thousandths_do_not_fit_are_compared_by_whole_units()
    {
        Assert.Null(Asked("""{"x":"9223372036854775807"}""", "{}").Min("x", Quantity.Parse("9223372036854775807")));
        Assert.NotNull(Asked("""{"x":"9223372036854775806"}""", "{}").Min("x", Quantity.Parse("9223372036854775807")));
    }

    private static AskedFor Asked(string requests, string limits) =>
        new("Container", ResourceList.Read(JsonTree.Parse(requests).Root), ResourceList.Read(JsonTree.Parse(limits).Root));
}
